package io.fueloptimine.models.quality.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fueloptimine.models.mine.input.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ValidationSuiteTest {

    @TempDir private Path folder;

    @Test
    void shippedSuiteHasUniqueNames() {
        ValidationSuite suite = ValidationSuite.shipped();

        assertThat(suite.rules()).hasSizeGreaterThan(30);
        assertThat(suite.rules()).extracting(Rule::name).doesNotHaveDuplicates();
    }

    @Test
    void reportsAllFaultsAtOnce() throws IOException {
        Path file =
                suite(
                        """
                        suite: broken
                        colour: red
                        rules:
                          - name: a
                            stream: telemetry
                            expectation: expect_column_values_to_be_between
                            column: fuelRate
                            min_value: 5
                            max_value: 1
                            severity: warning
                            action: reject
                          - name: a
                            stream: unknown-stream
                            expectation: expect_unknown
                            severity: awful
                            action: shrug
                          - name: c
                            stream: telemetry
                            expectation: expect_column_values_to_be_between
                            column: operatorId
                            max_value: many
                            severity: info
                            action: flag
                        """);

        InvalidInputException fault =
                catchThrowableOfType(InvalidInputException.class, () -> ValidationSuite.read(file));

        assertThat(fault).hasMessageContaining(file.toString());
        assertThat(String.join("\n", fault.faults()))
                .contains("unknown key colour")
                .contains("rule a: stream telemetry has no field fuelRate")
                .contains("rule a: min_value is greater than max_value")
                .contains("rule a: the name is used twice")
                .contains("stream: unknown unknown-stream")
                .contains("expectation: unknown expect_unknown")
                .contains("severity: unknown awful")
                .contains("action: unknown shrug")
                .contains("rule c: max_value: expected a number")
                .contains("rule c: operatorId is not a number");
    }

    @Test
    void reportsInvalidCombinations() {
        InvalidInputException fault =
                catchThrowableOfType(
                        InvalidInputException.class,
                        () ->
                                ValidationSuite.parse(
                                        """
suite: odd
rules:
- {name: a, stream: telemetry, expectation: expect_column_values_to_be_null, column: speedKph, action: clamp, severity: info}
- {name: b, stream: telemetry, expectation: expect_column_values_to_be_between, column: speedKph, max_value: 1, strict_max: true, action: clamp, severity: info}
- {name: c, stream: telemetry, expectation: expect_column_values_to_be_between, column: sequence, max_value: 1, action: clamp, severity: info}
- {name: d, stream: telemetry, expectation: expect_column_mean_to_be_between, column: speedKph, max_value: 1, mostly: 0.9, action: reject, severity: info}
- {name: e, stream: state, expectation: expect_column_values_to_not_be_null, column: reason, classes: [930E], machines: [], mostly: 1.5, mostly_over: 0, action: flag, severity: info}
- {name: f, stream: telemetry, expectation: expect_column_values_to_match_regex, column: operatorId, regex: '(a', action: flag, severity: info}
- {name: g, stream: telemetry, expectation: expect_column_kl_divergence_to_be_less_than, column: speedKph, threshold: 0, window_s: 9999999, action: flag, severity: info,
   partition_object: {bins: [0, 5, 5], weights: [0.5, 0.6]}}
- {name: h, stream: telemetry, expectation: expect_column_values_to_not_be_stuck, column: speedKph, max_stuck_s: 9, while_column: engineRpm, action: reject, severity: info}
""",
                                        "odd.yaml"));

        assertThat(String.join("\n", fault.faults()))
                .contains("rule a: action: only expect_column_values_to_be_between can clamp")
                .contains("rule b: action: clamp requires a sensor's number and limits")
                .contains("rule c: action: clamp requires a sensor's number")
                .contains("rule d: action: only flag is possible")
                .contains("rule d: mostly: not possible for window expectations")
                .contains("rule d: window_s: expected seconds")
                .contains("rule e: classes: stream state has no equipment class")
                .contains("rule e: machines: expected at least one name")
                .contains("rule e: mostly: expected a share above 0")
                .contains("rule e: mostly_over: expected a whole number from 1 to 10000")
                .contains("rule f: regex: (a is not an RE2 pattern")
                .contains("rule g: threshold: expected a number above 0")
                .contains("rule g: window_s: expected a whole number from 1 to 604800")
                .contains("rule g: partition_object: weights: expected shares that sum up to 1")
                .contains("rule g: partition_object: bins: expected ascending edges")
                .contains("rule h: while_min: expected a number with while_column")
                .contains("rule h: action: only flag is possible");
    }

    @Test
    void rejectsEmptyAndMalformedFiles() throws IOException {
        for (String text : new String[] {"", "- a\n- b", "suite: [", "suite: x\nrules: []"}) {
            Path file = suite(text);
            assertThat(
                            catchThrowableOfType(
                                    InvalidInputException.class, () -> ValidationSuite.read(file)))
                    .as(text)
                    .isNotNull();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void refusesAFileWithoutEnd() {
        assertThat(
                        catchThrowableOfType(
                                InvalidInputException.class,
                                () -> ValidationSuite.read(Path.of("/dev/zero"))))
                .hasMessageContaining("expected at most 1048576 bytes");
    }

    private Path suite(String yaml) throws IOException {
        return Files.writeString(folder.resolve("suite.yaml"), yaml);
    }
}
