package io.fueloptimine.operators.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidationSuiteTest {

    @TempDir private Path folder;

    @Test
    void shipsASuiteWhoseNamesAreUnique() {
        ValidationSuite suite = ValidationSuite.shipped();

        assertThat(suite.rules()).hasSizeGreaterThan(30);
        assertThat(suite.rules()).extracting(Rule::name).doesNotHaveDuplicates();
    }

    @Test
    void tellsAllFaultsAtOnce() throws IOException {
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
                            stream: smells
                            expectation: expect_miracles
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

        InvalidSuiteException fault =
                catchThrowableOfType(InvalidSuiteException.class, () -> ValidationSuite.read(file));

        assertThat(fault).hasMessageContaining(file.toString());
        assertThat(String.join("\n", fault.faults()))
                .contains("unknown key colour")
                .contains("rule a: stream telemetry has no field fuelRate")
                .contains("rule a: min_value is greater than max_value")
                .contains("rule a: the name is taken")
                .contains("stream: unknown smells")
                .contains("expectation: unknown expect_miracles")
                .contains("severity: unknown awful")
                .contains("action: unknown shrug")
                .contains("rule c: max_value: expected a number")
                .contains("rule c: operatorId is no number");
    }

    @Test
    void refusesWhatIsNoYamlOrEmpty() throws IOException {
        for (String text : new String[] {"", "- a\n- b", "suite: [", "suite: x\nrules: []"}) {
            Path file = suite(text);
            assertThat(
                            catchThrowableOfType(
                                    InvalidSuiteException.class, () -> ValidationSuite.read(file)))
                    .as(text)
                    .isNotNull();
        }
    }

    private Path suite(String yaml) throws IOException {
        return Files.writeString(folder.resolve("suite.yaml"), yaml);
    }
}
