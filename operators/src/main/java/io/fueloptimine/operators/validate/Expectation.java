package io.fueloptimine.operators.validate;

import java.util.Arrays;
import java.util.Optional;

/** What a rule expects, under Great Expectations' name where it has one. */
public enum Expectation {
    BETWEEN("expect_column_values_to_be_between"),
    NOT_NULL("expect_column_values_to_not_be_null"),
    IN_SET("expect_column_values_to_be_in_set"),
    NOT_IN_SET("expect_column_values_to_not_be_in_set"),
    LENGTH_BETWEEN("expect_column_value_lengths_to_be_between"),
    A_GREATER_THAN_B("expect_column_pair_values_a_to_be_greater_than_b"),
    /** From the first column's time to the second's it is so many seconds. */
    PAIR_SECONDS_BETWEEN("expect_column_pair_seconds_to_be_between"),
    /** The machine's clock is at most so many seconds ahead of its site's {@link SiteClock}. */
    CLOCK_NOT_AHEAD("expect_clock_not_ahead_of_site");

    private final String yamlName;

    Expectation(String yamlName) {
        this.yamlName = yamlName;
    }

    /** The name as suite files spell it. */
    public String yamlName() {
        return yamlName;
    }

    static Optional<Expectation> fromYamlName(String name) {
        return Arrays.stream(values()).filter(e -> e.yamlName.equals(name)).findFirst();
    }
}
