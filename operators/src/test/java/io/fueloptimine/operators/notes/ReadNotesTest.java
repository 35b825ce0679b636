package io.fueloptimine.operators.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.reading.Note;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.road.RoadCondition;
import io.fueloptimine.models.mine.road.RoadState;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.operators.Scores;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadNotesTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    private KeyedOneInputStreamOperatorTestHarness<String, Reading, AlarmSignal> harness;

    @BeforeEach
    void open() throws Exception {
        harness =
                ProcessFunctionTestHarnesses.forKeyedProcessFunction(
                        new ReadNotes(Scores.MINES, NoteSettings.DEFAULT),
                        Reading::machineKey,
                        Types.STRING);
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void raisesAnAlarmThatClosesByItselfAndLeavesNothingBehind() throws Exception {
        write("T01", 0, "Sale humo del motor");

        assertThat(harness.extractOutputValues()).hasSize(1);
        AlarmSignal raised = harness.extractOutputValues().get(0);
        assertThat(raised.type()).isEqualTo(AlertType.NOTE);
        assertThat(raised.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(raised.present()).isTrue();

        harness.processWatermark(START.plusSeconds(3_600).toEpochMilli());
        AlarmSignal cleared = harness.extractOutputValues().get(1);
        assertThat(cleared.causeId()).isEqualTo(raised.causeId());
        assertThat(cleared.present()).isFalse();
        assertThat(cleared.at()).isEqualTo(START.plusSeconds(3_600));
        assertThat(harness.numEventTimeTimers()).isZero();
        assertThat(harness.numKeyedStateEntries()).isZero();
    }

    /** The attack: one machine writes a note that needs action every second. */
    @Test
    void keepsOneHundredAlarmsOfAMachineOpen() throws Exception {
        for (int second = 0; second < 1_000; second++) {
            write("T01", second, "Sale humo del motor");
        }

        assertThat(harness.numEventTimeTimers()).isEqualTo(100);
        assertThat(harness.extractOutputValues()).hasSize(1_000 + 900);
        assertThat(harness.extractOutputValues())
                .filteredOn(signal -> !signal.present())
                .hasSize(900);
    }

    @Test
    void reportsANamedRoadClosedAndOpen() throws Exception {
        write("T01", 0, "Camino R-12 cerrado");
        write("G01", 60, "R-12 reopened");

        assertThat(harness.getSideOutput(ReadNotes.ROADS))
                .extracting(record -> record.getValue())
                .extracting(RoadState::key, RoadState::state, RoadState::since, RoadState::until)
                .containsExactly(
                        tuple("andes/R-12", RoadCondition.CLOSED, START, START.plusSeconds(3_600)),
                        tuple("andes/R-12", RoadCondition.OPEN, START.plusSeconds(60), null));
        assertThat(harness.extractOutputValues()).hasSize(1);
    }

    @Test
    void raisesAnAlarmForAClosedRoadWithoutANameButReportsNoRoad() throws Exception {
        write("T01", 0, "Road blocked by a rockfall");

        assertThat(harness.extractOutputValues()).hasSize(1);
        assertThat(harness.getSideOutput(ReadNotes.ROADS)).isNullOrEmpty();
    }

    @Test
    void reportsRainForAllRoads() throws Exception {
        write("T01", 0, "Heavy rain, road R-12 very slippery");

        assertThat(harness.getSideOutput(ReadNotes.ROADS))
                .extracting(record -> record.getValue())
                .extracting(RoadState::key, RoadState::state)
                .containsExactly(tuple("andes/*", RoadCondition.WET));
    }

    @Test
    void keepsQuietAboutWeatherAndSmallTalk() throws Exception {
        write("T01", 0, "Neblina en la rampa");
        write("T02", 0, "Cambio de turno sin novedad");

        assertThat(harness.extractOutputValues()).isEmpty();
        assertThat(harness.numKeyedStateEntries()).isZero();
    }

    private void write(String machineId, int second, String text) throws Exception {
        Instant time = START.plusSeconds(second);
        harness.processElement(
                new Reading(
                        "andes",
                        EquipmentKind.HAULTRUCK,
                        machineId,
                        ReadingStream.NOTE,
                        second,
                        time,
                        time,
                        false,
                        List.of(),
                        null,
                        null,
                        null,
                        new Note("op-7", text),
                        null,
                        null),
                time.toEpochMilli());
    }
}
