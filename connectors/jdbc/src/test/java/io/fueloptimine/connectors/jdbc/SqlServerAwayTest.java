package io.fueloptimine.connectors.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.consumption.HaulCycle;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database server that stops while a sink writes. */
class SqlServerAwayTest {

    @TempDir Path folder;
    private Server server;

    @Test
    void rowsAreWrittenWhenTheServerIsBack() throws Exception {
        int port = start(0);
        SqlConnection connection =
                new SqlConnection("jdbc:h2:tcp://localhost:" + port + "/./mine", "sa", "");
        SqlMigrations.migrate(connection);
        SqlRetry retry = new SqlRetry(millis -> startAt(port, millis), attempt -> attempt);
        try (SqlBatch<HaulCycle> batch =
                new SqlBatch<>(MineTables.haulCycle(), connection, Clock.systemUTC())) {
            write(retry, batch, "c1");
            server.stop();
            write(retry, batch, "c2");

            assertThat(retry.retries()).isGreaterThanOrEqualTo(3);
        }
        try (Connection reader = connection.open()) {
            assertThat(MineDatabase.rows(reader, "SELECT cycle_id FROM haul_cycle ORDER BY 1"))
                    .containsExactly("c1", "c2");
        } finally {
            server.stop();
        }
    }

    private static void write(SqlRetry retry, SqlBatch<HaulCycle> batch, String id)
            throws Exception {
        HaulCycle cycle = MineRecords.cycle(id, "T1", MineRecords.AT, 300);
        assertThat(retry.run("haul_cycle", () -> batch.writeAll(List.of(cycle)), batch::close))
                .isEmpty();
    }

    /** The server is back after the third failure. */
    private void startAt(int port, long failures) {
        if (failures == 2) {
            try {
                start(port);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private int start(int port) throws Exception {
        server =
                Server.createTcpServer(
                                "-tcpPort",
                                String.valueOf(port),
                                "-ifNotExists",
                                "-baseDir",
                                folder.toString())
                        .start();
        return server.getPort();
    }
}
