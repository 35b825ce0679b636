package io.fueloptimine.connectors.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.consumption.ScoredWindow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two writers of one table, on the database of {@link ContractDatabase}. */
class ConcurrentWritersTest {

    private final String machine = UUID.randomUUID().toString();
    private final CyclicBarrier bothHoldARow = new CyclicBarrier(2);
    private ExecutorService threads;
    private ContractDatabase database;

    @BeforeEach
    void migrate() throws Exception {
        threads = Executors.newFixedThreadPool(2);
        database = open();
        SqlMigrations.migrate(database.connection());
    }

    ContractDatabase open() throws Exception {
        return ContractDatabase.open();
    }

    @AfterEach
    void close() throws SQLException {
        threads.shutdownNow();
        database.close();
    }

    @Test
    void theNewerOfTwoRowsStaysWhoeverIsFirst() throws Exception {
        for (int i = 0; i < 40; i++) {
            String key = machine + i;
            Future<?> older = threads.submit(write(MineRecords.window(key, 0, 50, 6)));
            Future<?> newer = threads.submit(write(MineRecords.window(key, 0, 60, 7)));
            older.get();
            newer.get();
        }

        assertThat(
                        MineDatabase.rows(
                                database.held(),
                                "SELECT COUNT(*), MIN(readings) FROM fuel_window WHERE machine_id"
                                        + " LIKE '"
                                        + machine
                                        + "%'"))
                .containsExactly("40|60");
    }

    private Callable<Void> write(ScoredWindow window) {
        return () -> {
            try (SqlBatch<ScoredWindow> batch =
                    new SqlBatch<>(
                            MineTables.fuelWindow(), database.connection(), Clock.systemUTC())) {
                retry().run("fuel_window", () -> batch.writeAll(List.of(window)), batch::close);
            }
            return null;
        };
    }

    @Test
    void bothWritersOfADeadlockFinish() throws Exception {
        write(MineRecords.window(machine + 1, 0, 50, 6)).call();
        write(MineRecords.window(machine + 2, 0, 50, 6)).call();
        Future<Long> forward = threads.submit(() -> writeInOrder(1, 2));
        Future<Long> backward = threads.submit(() -> writeInOrder(2, 1));

        assertThat(forward.get() + backward.get()).isPositive();
        assertThat(
                        MineDatabase.rows(
                                database.held(),
                                "SELECT readings FROM fuel_window WHERE machine_id LIKE '"
                                        + machine
                                        + "%'"))
                .containsExactly("60", "60");
    }

    /** Writes two rows in one transaction in the given order, and returns the repetitions. */
    private long writeInOrder(int first, int second) throws Exception {
        SqlRetry retry = retry();
        SqlTable<ScoredWindow> table = MineTables.fuelWindow();
        try (Connection connection = database.connection().open();
                PreparedStatement upsert =
                        connection.prepareStatement(
                                table.upsert(database.connection().dialect()))) {
            connection.setAutoCommit(false);
            assertThat(
                            retry.run(
                                    "fuel_window",
                                    () -> {
                                        try {
                                            put(table, upsert, first);
                                            if (retry.retries() == 0) {
                                                meet();
                                            }
                                            put(table, upsert, second);
                                            connection.commit();
                                        } catch (SQLException e) {
                                            connection.rollback();
                                            throw e;
                                        }
                                    },
                                    () -> {}))
                    .isEmpty();
        }
        return retry.retries();
    }

    private void put(SqlTable<ScoredWindow> table, PreparedStatement upsert, int row)
            throws SQLException {
        table.bind(
                database.connection().dialect(),
                upsert,
                MineRecords.window(machine + row, 0, 60, 7));
        upsert.executeUpdate();
    }

    private void meet() {
        try {
            bothHoldARow.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static SqlRetry retry() {
        return new SqlRetry(Thread::sleep, attempt -> 0);
    }
}
