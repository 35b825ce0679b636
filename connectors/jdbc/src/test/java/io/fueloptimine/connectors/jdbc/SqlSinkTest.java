package io.fueloptimine.connectors.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.mine.consumption.HaulCycle;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.apache.flink.streaming.runtime.operators.sink.SinkWriterOperatorFactory;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sink of cycles as Flink runs it, on a table that refuses payloads of 1,000 t or more. */
class SqlSinkTest {

    private MineDatabase database;
    private OneInputStreamOperatorTestHarness<HaulCycle, ?> sink;

    @BeforeEach
    void open() throws Exception {
        database = new MineDatabase();
        execute("ALTER TABLE haul_cycle ADD CONSTRAINT ck_payload CHECK (payload_t < 1000)");
        sink =
                new OneInputStreamOperatorTestHarness<>(
                        new SinkWriterOperatorFactory<>(
                                SqlTables.haulCycles(database.connection())));
        sink.open();
    }

    @AfterEach
    void close() throws Exception {
        sink.close();
        database.close();
    }

    @Test
    void rowsAreWrittenAfterASecond() throws Exception {
        send("c1", 300);
        sink.setProcessingTime(999);
        assertThat(cycles()).isEmpty();

        sink.setProcessingTime(1_000);
        assertThat(cycles()).containsExactly("c1|300.0");

        send("c2", 290);
        sink.setProcessingTime(2_000);
        assertThat(cycles()).hasSize(2);
    }

    @Test
    void rowsAreWrittenBeforeACheckpoint() throws Exception {
        send("c1", 300);
        sink.prepareSnapshotPreBarrier(1);

        assertThat(cycles()).containsExactly("c1|300.0");
    }

    /** So that two writers lock rows in the same order. */
    @Test
    void aBatchIsWrittenInTheOrderOfKeys() throws Exception {
        for (String id : List.of("c2", "c3", "c1")) {
            send(id, 300);
        }
        sink.prepareSnapshotPreBarrier(1);

        assertThat(database.rows("SELECT cycle_id FROM haul_cycle ORDER BY _ROWID_"))
                .containsExactly("c1", "c2", "c3");
    }

    @Test
    void fiveHundredRowsAreWrittenAtOnce() throws Exception {
        for (int i = 0; i < 500; i++) {
            assertThat(cycles()).isEmpty();
            send("c" + i, 300);
        }

        assertThat(cycles()).hasSize(500);
    }

    @Test
    void anInvalidRowBecomesADeadLetterWithoutItsBatch() throws Exception {
        send("c3", 310);
        send("c2", 5_000);
        send("c1", 300);
        for (int i = 0; i < 2; i++) {
            sink.prepareSnapshotPreBarrier(i);
            send("c2", 5_000);
        }

        assertThat(cycles()).containsExactly("c1|300.0", "c3|310.0");
        assertThat(
                        database.rows(
                                "SELECT quality_id, verdict, [RULE], site, machine_id,"
                                        + " CHARINDEX('CK_PAYLOAD', UPPER(observed)) FROM"
                                        + " rejected_reading"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("sql/haul_cycle/c2|REJECTED|sql-haul-cycle|mine|T1|")
                .doesNotEndWith("|0");
        assertThat(database.rows("SELECT UTF8TOSTRING(payload) FROM rejected_reading").get(0))
                .contains("\"payloadT\":5000.0");
    }

    @Test
    void aRowWithoutAKeyBecomesADeadLetterOnce() throws Exception {
        SqlTable<HaulCycle> table =
                new SqlTable<HaulCycle>("haul_cycle")
                        .key("cycle_id", SqlType.text(100), SqlSinkTest::idOf)
                        .number("payload_t", HaulCycle::payloadT);
        try (var broken =
                new OneInputStreamOperatorTestHarness<HaulCycle, Object>(
                        (SinkWriterOperatorFactory)
                                new SinkWriterOperatorFactory<>(
                                        SqlTables.sink(table, database.connection())))) {
            broken.open();
            for (int checkpoint = 1; checkpoint <= 2; checkpoint++) {
                for (String id : List.of("c1", "broken")) {
                    broken.processElement(MineRecords.cycle(id, "T1", MineRecords.AT, 300), 0);
                }
                broken.prepareSnapshotPreBarrier(checkpoint);
            }
        }

        assertThat(cycles()).containsExactly("c1|300.0");
        assertThat(database.rows("SELECT quality_id, observed FROM rejected_reading"))
                .hasSize(1)
                .first()
                .asString()
                .matches("sql/haul_cycle/[-0-9a-f]{36}\\|java.lang.IllegalStateException: no key");
    }

    private static String idOf(HaulCycle cycle) {
        if (cycle.cycleId().equals("broken")) {
            throw new IllegalStateException("no key");
        }
        return cycle.cycleId();
    }

    @Test
    void aMissingTableFailsTheJobAndMakesNoDeadLetter() throws Exception {
        execute("ALTER TABLE haul_cycle RENAME TO other");
        send("c1", 300);

        assertThatThrownBy(() -> sink.prepareSnapshotPreBarrier(1))
                .hasMessageStartingWith("cannot write table haul_cycle: ");
        assertThat(database.rows("SELECT * FROM rejected_reading")).isEmpty();
        execute("ALTER TABLE other RENAME TO haul_cycle");
        sink.prepareSnapshotPreBarrier(2);
    }

    private void send(String id, double payloadT) throws Exception {
        sink.processElement(MineRecords.cycle(id, "T1", MineRecords.AT, payloadT), 0);
    }

    private List<String> cycles() throws SQLException {
        return database.rows("SELECT cycle_id, payload_t FROM haul_cycle ORDER BY cycle_id");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connection().open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
