package io.fueloptimine.connectors.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.reading.StateChange;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.apache.flink.streaming.runtime.operators.sink.SinkWriterOperatorFactory;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EquipmentStateTest {

    private MineDatabase database;

    @BeforeEach
    void migrate() throws SQLException {
        database = new MineDatabase();
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void eachGroupIsReplacedByItsOwnTimeOnly() throws SQLException {
        Instant at = MineRecords.AT;
        for (Reading state :
                List.of(
                        state(at.plusSeconds(9), "FACE-1", 80.0),
                        state(at.plusSeconds(5), "CRUSHER", 81.0))) {
            database.write(EquipmentStateTables.state(), state);
        }
        database.write(EquipmentStateTables.window(), MineRecords.window(0, 6.5));
        database.write(EquipmentStateTables.alarm(), MineRecords.alert(at.plusSeconds(60)));
        database.write(EquipmentStateTables.alarm(), MineRecords.alert(null));
        database.write(EquipmentStateTables.assignment(), MineRecords.assignment());
        database.write(EquipmentStateTables.state(), state(at.plusSeconds(12), "FACE-2", null));

        assertThat(
                        database.rows(
                                "SELECT machine_id, place_id, fuel_level_pct, fuel_lph, open_alarm,"
                                        + " last_alarm, task, silent_s FROM v_equipment_now"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("T1|FACE-2|null|396.6101694915254|null|LONG_IDLE|LOAD|");
    }

    @Test
    void aBatchWritesTheNewestStateOfEachMachineAndSkipsOtherReadings() throws Exception {
        try (var sink =
                new OneInputStreamOperatorTestHarness<Reading, Object>(
                        (SinkWriterOperatorFactory)
                                new SinkWriterOperatorFactory<>(
                                        SqlTables.latestStates(database.connection())))) {
            sink.open();
            for (int second : new int[] {3, 8, 5}) {
                sink.processElement(
                        state(MineRecords.AT.plusSeconds(second), "P" + second, 50.0), 0);
            }
            sink.processElement(MineRecords.refuel("T2", 2_900), 0);
            sink.prepareSnapshotPreBarrier(1);
        }

        assertThat(database.rows("SELECT machine_id, place_id FROM equipment_state"))
                .containsExactly("T1|P8");
    }

    @Test
    void ofOneBatchOnlyTheNewestIsWritten() {
        Instant at = MineRecords.AT;
        Reading older = state(at, "A", 50.0);
        Reading newer = state(at.plusSeconds(1), "B", 50.0);

        assertThat(EquipmentStateTables.state().rowsOf(List.of(newer, older)))
                .containsExactly(newer);
        assertThat(EquipmentStateTables.state().rowsOf(List.of(older, newer)))
                .containsExactly(newer);
    }

    private static Reading state(Instant time, String place, Double levelPct) {
        StateChange change =
                new StateChange(
                        ProductionState.QUEUED,
                        null,
                        place,
                        null,
                        null,
                        0.0,
                        levelPct,
                        "op",
                        null,
                        null);
        return new Reading(
                "mine",
                EquipmentKind.HAULTRUCK,
                "T1",
                ReadingStream.STATE,
                1,
                time,
                time,
                false,
                List.of(),
                null,
                change,
                null,
                null,
                null,
                null);
    }
}
