package io.fueloptimine.operators.validate;

import static io.fueloptimine.operators.SampleReadings.START;
import static io.fueloptimine.operators.SampleReadings.telemetry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.QualityVerdict;
import io.fueloptimine.models.mine.reading.Note;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.reading.Refuel;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.quality.sequence.SequenceEpoch;
import io.fueloptimine.models.quality.sequence.TimeMemory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DropDuplicatesTest {

    private KeyedOneInputStreamOperatorTestHarness<String, Reading, Reading> harness;

    @BeforeEach
    void open() throws Exception {
        harness = newHarness();
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void passesEachNumberOnceAndReportsEachRepeat() throws Exception {
        send(telemetry("A", 0, START));
        send(telemetry("A", 1, START.plusSeconds(1)));
        send(telemetry("A", 0, START));
        send(telemetry("A", 0, START));
        send(telemetry("B", 0, START));

        assertThat(harness.extractOutputValues()).hasSize(3);
        List<QualityRecord> repeats = sideOutput(DropDuplicates.DUPLICATES);
        assertThat(repeats).hasSize(2);
        assertThat(repeats).extracting(QualityRecord::qualityId).doesNotHaveDuplicates();
        assertThat(repeats)
                .extracting(QualityRecord::verdict, QualityRecord::topic)
                .containsOnly(tuple(QualityVerdict.DUPLICATE, "pit/v1/haultruck/A/telemetry"));
        assertThat(MineJson.fromBytes(repeats.get(0).payload(), Reading.class))
                .as("what was dropped")
                .isEqualTo(telemetry("A", 0, START));
    }

    @Test
    void passesUnnumberedReadingsOfOneMomentThatSayDifferentThings() throws Exception {
        send(note("crusher blocked"));
        send(note("road 7 is closed"));
        send(note("crusher blocked"));

        assertThat(harness.extractOutputValues())
                .extracting(reading -> reading.note().text())
                .containsExactly("crusher blocked", "road 7 is closed");
        assertThat(harness.extractOutputValues()).extracting(Reading::id).doesNotHaveDuplicates();
    }

    @Test
    void recognisesUnnumberedRepeatsByTimeAndContent() throws Exception {
        send(telemetry("A", -1, START.plusSeconds(5)));
        send(telemetry("A", -1, START));
        send(telemetry("A", -1, START.plusSeconds(5)));

        assertThat(harness.extractOutputValues()).hasSize(2);
        assertThat(sideOutput(DropDuplicates.DUPLICATES)).hasSize(1);
    }

    /** The attack: each unnumbered refuelling names another truck. */
    @Test
    void keepsOneStateForTheRefuellingsOfABay() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            send(refuel("FAKE-" + i));
        }
        send(refuel("FAKE-0"));

        assertThat(harness.extractOutputValues()).hasSize(1_000);
        assertThat(sideOutput(DropDuplicates.DUPLICATES)).hasSize(1);
        assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
    }

    @Test
    void rejectsWithItsContentWhatIsTooOldToTell() throws Exception {
        Reading old = telemetry("A", 0, START);
        send(telemetry("A", SequenceEpoch.WIDTH, START.plusSeconds(9_000)));
        send(old);

        QualityRecord rejection = sideOutput(DropDuplicates.REJECTED).get(0);
        assertThat(rejection.rule()).isEqualTo("too-old-to-tell");
        assertThat(rejection.verdict()).isEqualTo(QualityVerdict.REJECTED);
        assertThat(MineJson.fromBytes(rejection.payload(), Reading.class)).isEqualTo(old);
    }

    /** A rule was wrong all night, and in the morning what it rejected is sent through again. */
    @Test
    void passesADeadLetterThatIsReplayedOnceHoweverOldItIs() throws Exception {
        List<String> replayed = List.of(Reading.REPLAYED);
        int letters = 2 * TimeMemory.CAPACITY;
        send(telemetry("A", 3 * SequenceEpoch.WIDTH, START.plusSeconds(30_000)));
        for (int i = 0; i < letters; i++) {
            send(telemetry("A", i, START.plusSeconds(i)).withFlags(replayed));
        }
        assertThat(harness.extractOutputValues()).hasSize(1 + letters);

        send(telemetry("A", 8_000, START.plusSeconds(8_000)).withFlags(replayed));
        send(telemetry("A", 0, START).withFlags(replayed));
        assertThat(harness.extractOutputValues()).hasSize(1 + letters);
        assertThat(sideOutput(DropDuplicates.DUPLICATES)).hasSize(1);
        assertThat(sideOutput(DropDuplicates.REJECTED)).hasSize(1);
    }

    @Test
    void remembersThroughASnapshot() throws Exception {
        send(telemetry("A", 7, START));
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();
        harness = newHarness();
        harness.initializeState(snapshot);
        harness.open();

        send(telemetry("A", 7, START));
        send(telemetry("A", 6, START.minusSeconds(1)));

        assertThat(harness.extractOutputValues()).hasSize(1);
        assertThat(sideOutput(DropDuplicates.DUPLICATES)).hasSize(1);
    }

    @Test
    void forgetsAStreamAfterAWeekAndLeavesNoTimer() throws Exception {
        harness.setStateTtlProcessingTime(0);
        send(telemetry("A", 7, START));
        harness.setStateTtlProcessingTime(Duration.ofDays(8).toMillis());
        send(telemetry("A", 7, START));

        assertThat(harness.extractOutputValues()).hasSize(2);
        assertThat(harness.numEventTimeTimers()).isZero();
        assertThat(harness.numProcessingTimeTimers()).isZero();
    }

    private static Reading note(String text) {
        return new Reading(
                "pit",
                EquipmentKind.AUX,
                "D1",
                ReadingStream.NOTE,
                -1,
                START,
                START.plusSeconds(text.length()),
                false,
                List.of(),
                null,
                null,
                null,
                new Note("a dispatcher", text),
                null,
                null);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Reading, Reading> newHarness()
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new DropDuplicates()),
                DropDuplicates::keyOf,
                Types.STRING);
    }

    private static Reading refuel(String truckId) {
        return new Reading(
                "pit",
                EquipmentKind.FUELBAY,
                "BAY-1",
                ReadingStream.REFUEL,
                -1,
                START,
                START,
                false,
                List.of(),
                null,
                null,
                new Refuel(truckId, START.minusSeconds(300), 300, 900, null, null),
                null,
                null,
                null);
    }

    private void send(Reading reading) throws Exception {
        harness.processElement(reading, reading.time().toEpochMilli());
    }

    private List<QualityRecord> sideOutput(OutputTag<QualityRecord> tag) {
        List<QualityRecord> records = new ArrayList<>();
        if (harness.getSideOutput(tag) != null) {
            harness.getSideOutput(tag).forEach(record -> records.add(record.getValue()));
        }
        return records;
    }
}
