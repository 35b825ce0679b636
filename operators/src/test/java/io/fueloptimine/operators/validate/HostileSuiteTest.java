package io.fueloptimine.operators.validate;

import static io.fueloptimine.operators.SampleReadings.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.SuiteUpdate;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import io.fueloptimine.models.quality.window.MachineStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Suites that exhaust heap, stack or time: they are refused, and the job uses the old suite. */
class HostileSuiteTest {

    private static final int MAX_FAULT_BYTES = 1 << 20;
    private static final String NEVER =
            "expectation: expect_column_values_to_be_null, column: speedKph";

    static Stream<String> hostile() {
        return Stream.of(
                regex("'((((a{100}){100}){100}){100})'"),
                regex("'(?i)\u1c81'"),
                regex("'" + "(".repeat(10_000) + "a" + ")".repeat(10_000) + "'"),
                "suite: x\nrules: " + "[".repeat(100_000),
                "suite: x\nrules: " + "{a: ".repeat(100_000),
                "suite: x\nrules:\n" + "- {}\n".repeat(200_000),
                "suite: x\nrules:\n" + "- {name: a, expectation: b}\n".repeat(1_999),
                "suite: x\nrules:\n- {" + unknownKeys() + "}",
                "suite: x\n" + "#".repeat(2 << 20),
                "suite: &a [*a, *a]\nrules: *a",
                "suite: x\nrules: !!javax.script.ScriptEngineManager []",
                "suite: x\nrules:\n- {name: a, min_value: 1e999999999}",
                "suite: x\nrules:\n- {name: a, stream: telemetry, machines: ["
                        + "'*a*b*c*d',".repeat(1_001)
                        + "], severity: info, action: flag, "
                        + NEVER
                        + "}\n",
                "\ud800",
                "");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aHostileSuiteIsRefusedAndTheOldOneStays(String yaml) throws Exception {
        try (SuiteHarness harness = SuiteHarness.ofRule(NEVER)) {
            harness.publish(yaml).telemetry(0, "\"speedKph\":20");

            assertThat(harness.rejected()).hasSize(1);
            QualityRecord refusal = harness.rejected().get(0);
            assertThat(refusal.rule()).isEqualTo(SuiteUpdates.RULE);
            assertThat(refusal.expected()).contains("the previous one stays in use");
            assertThat(MineJson.toBytes(refusal).length).isLessThan(MAX_FAULT_BYTES);
            assertThat(harness.flagged()).extracting(QualityRecord::rule).containsExactly("rule");
        }
    }

    @Test
    void anErrorIsAFaultOfTheSuite() {
        SuiteUpdate update = new SuiteUpdate(SuiteHarness.suite(NEVER), START);
        for (Throwable error :
                List.of(
                        new StackOverflowError(),
                        new OutOfMemoryError(),
                        new ExceptionInInitializerError(),
                        new IllegalStateException())) {
            String name = error.getClass().getSimpleName();

            assertThat(SuiteUpdates.apply(update, suite -> HostileSuiteTest.<Error>raise(error)))
                    .hasValueSatisfying(
                            fault ->
                                    assertThat(fault.faults())
                                            .containsExactly("it could not be read: " + name));
        }
    }

    @Test
    void theOperatorOfWindowsKeepsItsSuiteToo() throws Exception {
        ValidationSuite first = ValidationSuite.parse(SuiteHarness.suite(NEVER), "test");
        try (KeyedBroadcastOperatorTestHarness<String, Reading, SuiteUpdate, QualityRecord>
                harness =
                        ProcessFunctionTestHarnesses.forKeyedBroadcastProcessFunction(
                                new CheckWindows(first, Duration.ofSeconds(5)),
                                MachineStream::keyOf,
                                Types.STRING,
                                SuiteUpdates.STATE)) {
            for (String yaml : hostile().toList()) {
                harness.processBroadcastElement(new SuiteUpdate(yaml, START), 0);
            }

            assertThat(harness.getBroadcastState(SuiteUpdates.STATE).contains(SuiteUpdate.KEY))
                    .isFalse();
        }
    }

    private static String regex(String pattern) {
        return "suite: x\nrules:\n- {name: a, stream: note, column: text, severity: info, action:"
                + " flag, expectation: expect_column_values_to_match_regex, regex: "
                + pattern
                + "}\n";
    }

    private static String unknownKeys() {
        return IntStream.range(0, 100_000)
                .mapToObj(i -> "k" + i + ": 1")
                .collect(Collectors.joining(", "));
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void raise(Throwable error) throws E {
        throw (E) error;
    }
}
