package io.fueloptimine.operators.validate;

import static io.fueloptimine.operators.SampleReadings.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fueloptimine.models.message.DecodedMessage;
import io.fueloptimine.models.mine.alarm.ReportedSignal;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.SuiteUpdate;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.quality.clock.ClockRules;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import io.fueloptimine.operators.SampleReadings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clocks that are ahead of the time of arrival. */
class ClockJumpsTest {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final ClockRules RULES =
            ClockRules.of(SampleReadings.minesWith(List.of("T01")))
                    .withMaxAhead(Duration.ofMinutes(5));

    /** Has no rule on clocks. */
    private static final ValidationSuite SUITE =
            ValidationSuite.parse(
                    "suite: s\nrules: [{name: a, stream: telemetry, expectation:"
                            + " expect_column_values_to_be_null, column: vibrationRmsMmS, severity:"
                            + " info, action: flag}]",
                    "test");

    private KeyedBroadcastOperatorTestHarness<String, DecodedMessage, SuiteUpdate, Reading>
            validate;
    private long sequence;

    @BeforeEach
    void open() throws Exception {
        validate = harness();
        validate.open();
    }

    @AfterEach
    void close() throws Exception {
        validate.close();
    }

    @Test
    void rejectsAReadingOfTheFutureWhateverTheSuiteSays() throws Exception {
        send("T01", START, YEAR);

        assertThat(validate.extractOutputValues()).isEmpty();
        QualityRecord rejected = sideOutput(validate, ValidateReadings.REJECTED).get(0);
        assertThat(rejected.rule()).isEqualTo("clock-jump");
        assertThat(rejected.observed()).isEqualTo(START.plus(YEAR).toString());
        assertThat(rejected.expected()).contains("300 s after the arrival");
        assertThat(rejected.payload()).isNotEmpty();
    }

    @Test
    void reportsAJumpOnceInTenMinutesAndItsEndOnce() throws Exception {
        for (int second = 0; second < 1_200; second++) {
            send("T01", START.plusSeconds(second), YEAR);
        }
        for (int second = 1_200; second < 1_210; second++) {
            send("T01", START.plusSeconds(second), Duration.ZERO);
        }

        assertThat(sideOutput(validate, ValidateReadings.SIGNALS))
                .extracting(ReportedSignal::key, ReportedSignal::active, ReportedSignal::at)
                .containsExactly(
                        tuple(SampleReadings.SITE + "/T01", true, START),
                        tuple(SampleReadings.SITE + "/T01", true, START.plusSeconds(600)),
                        tuple(SampleReadings.SITE + "/T01", false, START.plusSeconds(1_200)));
        assertThat(sideOutput(validate, ValidateReadings.REJECTED)).hasSize(1_200);
        assertThat(validate.extractOutputValues()).hasSize(10);
    }

    @Test
    void aClockThatJumpsToAndFroIsReportedTwiceInTenMinutes() throws Exception {
        for (int second = 0; second < 599; second++) {
            send("T01", START.plusSeconds(second), second % 2 == 0 ? YEAR : Duration.ZERO);
        }

        assertThat(sideOutput(validate, ValidateReadings.SIGNALS))
                .extracting(ReportedSignal::active)
                .containsExactly(true, false);
    }

    @Test
    void reportsTheEndOfAJumpAfterARestart() throws Exception {
        send("T01", START, YEAR);
        var snapshot = validate.snapshot(1, 1);
        try (var restored = harness()) {
            restored.initializeState(snapshot);
            restored.open();
            restored.processElement(message("T01", START.plusSeconds(9), Duration.ZERO), 0);

            assertThat(sideOutput(restored, ValidateReadings.SIGNALS))
                    .extracting(ReportedSignal::active)
                    .containsExactly(false);
            assertThat(restored.extractOutputValues()).hasSize(1);
        }
    }

    @Test
    void madeUpMachinesRaiseNoAlarms() throws Exception {
        for (int machine = 0; machine < 100; machine++) {
            send("X" + machine, START, YEAR);
        }

        assertThat(sideOutput(validate, ValidateReadings.REJECTED)).hasSize(100);
        assertThat(sideOutput(validate, ValidateReadings.SIGNALS)).isEmpty();
    }

    private void send(String machineId, Instant arrival, Duration ahead) throws Exception {
        validate.processElement(message(machineId, arrival, ahead), 0);
    }

    private DecodedMessage message(String machineId, Instant arrival, Duration ahead) {
        Reading given = SampleReadings.telemetry(machineId, sequence++, arrival.plus(ahead));
        return new DecodedMessage(
                new Reading(
                        given.site(),
                        given.kind(),
                        machineId,
                        given.stream(),
                        given.sequence(),
                        given.time(),
                        arrival,
                        false,
                        List.of(),
                        given.telemetry(),
                        null,
                        null,
                        null,
                        null,
                        null),
                "topic",
                new byte[] {1});
    }

    private static KeyedBroadcastOperatorTestHarness<String, DecodedMessage, SuiteUpdate, Reading>
            harness() throws Exception {
        return new KeyedBroadcastOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(
                        new ValidateReadings(SUITE, RULES), List.of(SuiteUpdates.STATE)),
                ValidateReadings::keyOf,
                Types.STRING,
                1,
                1,
                0);
    }

    private static <T> List<T> sideOutput(
            KeyedBroadcastOperatorTestHarness<String, DecodedMessage, SuiteUpdate, Reading> harness,
            OutputTag<T> tag) {
        List<T> records = new ArrayList<>();
        if (harness.getSideOutput(tag) != null) {
            harness.getSideOutput(tag).forEach(record -> records.add(record.getValue()));
        }
        return records;
    }
}
