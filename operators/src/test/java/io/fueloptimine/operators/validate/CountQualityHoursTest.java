package io.fueloptimine.operators.validate;

import static io.fueloptimine.operators.SampleReadings.START;
import static io.fueloptimine.operators.SampleReadings.telemetry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fueloptimine.models.message.TooManyMachines;
import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.quality.QualityHour;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.QualityVerdict;
import io.fueloptimine.models.mine.reading.RawMessage;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.KnownMachines;
import io.fueloptimine.operators.Scores;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CountQualityHoursTest {

    private static final long HOUR = 3_600;
    private static final String TOPIC = "pit/v1/haultruck/A/telemetry";

    private KeyedTwoInputStreamOperatorTestHarness<String, Reading, QualityRecord, QualityHour>
            harness;

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
    void countsEveryVerdictAndNamesTheWorstRule() throws Exception {
        advanceTo(10);
        read(1);
        read(2);
        read(3);
        say(QualityVerdict.REJECTED, "decode", null);
        say(QualityVerdict.REJECTED, "fuel-rate-between", START);
        say(QualityVerdict.REJECTED, "fuel-rate-between", START);
        say(QualityVerdict.DUPLICATE, "duplicate", START);
        say(QualityVerdict.FLAGGED, "payload-between", START);
        say(QualityVerdict.LATE, "too-late-for-window", START);
        advanceTo(300);

        assertThat(told())
                .containsExactly(
                        new QualityHour("pit", "A", START, 3, 3, 1, 1, 1, "fuel-rate-between", 2));
        assertThat(told().get(0).received()).isEqualTo(7);
    }

    @Test
    void emitsAnHourAgainOnlyWhenItChanged() throws Exception {
        advanceTo(10);
        read(1);
        advanceTo(300);
        advanceTo(900);
        assertThat(told()).hasSize(1);

        read(2);
        advanceTo(1_200);
        assertThat(told()).extracting(QualityHour::valid).containsExactly(1L, 2L);
    }

    @Test
    void countsALateMessageInItsOwnHourAndAnIncredibleTimeInThePresentOne() throws Exception {
        advanceTo(2 * HOUR + 10);
        read(5);
        say(QualityVerdict.REJECTED, "clock", START.plusSeconds(9_000 * HOUR));
        say(QualityVerdict.REJECTED, "clock", Instant.MIN);
        advanceTo(2 * HOUR + 300);

        assertThat(told())
                .extracting(QualityHour::hourStart, QualityHour::received)
                .containsExactlyInAnyOrder(
                        tuple(START, 1L), tuple(START.plusSeconds(2 * HOUR), 2L));
    }

    @Test
    void placesWhatCameBeforeTheTimeWasKnown() throws Exception {
        say(QualityVerdict.REJECTED, "decode", START);
        advanceTo(10);

        assertThat(told())
                .containsExactly(new QualityHour("pit", "A", START, 0, 1, 0, 0, 0, "decode", 1));
    }

    @Test
    void countsMessagesAndNoWindowsThatBrokeAnExpectation() throws Exception {
        advanceTo(10);
        harness.processElement2(
                new QualityRecord(
                        "window/pit/A/telemetry/mean-speed/0",
                        QualityVerdict.FLAGGED,
                        "mean-speed",
                        Severity.INFO,
                        null,
                        null,
                        null,
                        TOPIC,
                        "A",
                        START,
                        START,
                        false,
                        null),
                Long.MIN_VALUE);
        advanceTo(600);
        assertThat(told()).isEmpty();
    }

    @Test
    void goesOnCountingAfterARestart() throws Exception {
        advanceTo(10);
        read(1);
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();
        harness = newHarness();
        harness.initializeState(state);
        harness.open();
        read(2);
        advanceTo(300);

        assertThat(told()).extracting(QualityHour::valid).containsExactly(2L);
    }

    @Test
    void forgetsAnHourAfterADayAndCountsNothingOlder() throws Exception {
        advanceTo(10);
        read(1);
        advanceTo(25 * HOUR + 1);
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();

        read(2);
        assertThat(harness.numKeyedStateEntries()).isZero();
    }

    @Test
    void emitsAllAtTheEndOfTheInputAndWhatArrivesLater() throws Exception {
        advanceTo(10);
        read(1);
        harness.processBothWatermarks(Watermark.MAX_WATERMARK);
        say(QualityVerdict.REJECTED, "decode", null);

        assertThat(told()).extracting(QualityHour::received).containsExactly(1L, 2L);
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void findsTheSiteOfASparkplugMessageAndOfAnUnreadableOne() {
        assertThat(record("spBv1.0/pit/NDATA/edge/A", "A").machineKey()).isEqualTo("pit/A");
        assertThat(record("nonsense", null).machineKey()).isEqualTo("unknown/unknown");
        assertThat(record("pit/x", null).machineKey()).isEqualTo("pit/unknown");
    }

    private void read(long second) throws Exception {
        Reading reading = telemetry("A", second, START.plusSeconds(second));
        harness.processElement1(reading, reading.time().toEpochMilli());
    }

    private void say(QualityVerdict verdict, String rule, Instant time) throws Exception {
        harness.processElement2(
                new QualityRecord(
                        "q",
                        verdict,
                        rule,
                        Severity.INFO,
                        null,
                        null,
                        null,
                        TOPIC,
                        "A",
                        time,
                        START,
                        false,
                        null),
                Long.MIN_VALUE);
    }

    private static QualityRecord record(String topic, String machineId) {
        return new QualityRecord(
                "q",
                QualityVerdict.REJECTED,
                "decode",
                Severity.INFO,
                null,
                null,
                null,
                topic,
                machineId,
                null,
                START,
                false,
                null);
    }

    /** The attack: messages of made-up sites, each of which would be a key of its own. */
    @Test
    void recordsOfTooManySitesCountTogether() {
        KnownMachines known = KnownMachines.of(Scores.MINES);

        assertThat(CountQualityHours.keyOf(tooMany("made-up-1/v1/x"), known))
                .isEqualTo("unknown/unknown");
        assertThat(CountQualityHours.keyOf(tooMany("made-up-2/v1/x"), known))
                .isEqualTo("unknown/unknown");
        assertThat(CountQualityHours.keyOf(tooMany("andes/v1/haultruck/FAKE/telemetry"), known))
                .isEqualTo("andes/unknown");
    }

    private static QualityRecord tooMany(String topic) {
        RawMessage message = new RawMessage(topic, new byte[0], START, false);
        return TooManyMachines.rejection(message, "FAKE", 5_000);
    }

    private List<QualityHour> told() {
        return harness.extractOutputValues();
    }

    private void advanceTo(long second) throws Exception {
        harness.processBothWatermarks(new Watermark(START.plusSeconds(second).toEpochMilli()));
    }

    private static KeyedTwoInputStreamOperatorTestHarness<
                    String, Reading, QualityRecord, QualityHour>
            newHarness() throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new CountQualityHours(QualityHourSettings.DEFAULT)),
                Reading::machineKey,
                QualityRecord::machineKey,
                Types.STRING);
    }
}
