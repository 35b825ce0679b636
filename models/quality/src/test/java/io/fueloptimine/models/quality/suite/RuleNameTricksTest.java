package io.fueloptimine.models.quality.suite;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.mine.input.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of rules and suites are printed and written into records, so they hide nothing. */
class RuleNameTricksTest {

    @ParameterizedTest
    @ValueSource(strings = {"\\e[2Jowned", "\\u202Edeeps", "speed\\u200B", "a\\x9Bb", "\\x07"})
    void refusesNamesThatATerminalWouldObey(String name) {
        String suite =
                """
                suite: %s
                rules:
                  - name: "%s"
                    stream: telemetry
                    expectation: expect_column_values_to_not_be_null
                    column: speedKph
                    severity: warning
                    action: flag
                """;

        for (String yaml :
                new String[] {suite.formatted("s", name), suite.formatted('"' + name + '"', "r")}) {
            assertThatThrownBy(() -> ValidationSuite.parse(yaml, "suite.yaml"))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("expected a text without \\u")
                    .message()
                    .matches("[\\P{Cntrl}\\n]*")
                    .doesNotContain("\u202E", "\u200B", "\u009B");
        }
    }

    /** A reading that the rule flags would pass as a replayed dead letter. */
    @Test
    void refusesTheFlagOfReplayedReadings() {
        String suite =
                """
                suite: s
                rules:
                  - name: replayed
                    stream: telemetry
                    expectation: expect_column_values_to_be_null
                    column: speedKph
                    severity: info
                    action: flag
                """;

        assertThatThrownBy(() -> ValidationSuite.parse(suite, "suite.yaml"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("name: is 'replayed', expected another name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"velocidad-m\u00E1xima", "1 speed #2/a"})
    void acceptsEveryPrintableName(String name) {
        ValidationSuite.parse(
                """
                suite: s
                rules:
                  - name: "%s"
                    stream: telemetry
                    expectation: expect_column_values_to_not_be_null
                    column: speedKph
                    severity: warning
                    action: flag
                """
                        .formatted(name),
                "suite.yaml");
    }
}
