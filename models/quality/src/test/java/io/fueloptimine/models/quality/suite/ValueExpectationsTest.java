package io.fueloptimine.models.quality.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueExpectationsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not_be_null, column: fuelRateLph | \"speedKph\":1 | null",
                "be_null, column: fuelRateLph | \"fuelRateLph\":7 | 7",
                "be_in_set, column: equipmentClass, value_set: [930E, 793F] | \"equipmentClass\":\"X\" | X",
                "be_in_set, column: engineRpm, value_set: [4.0] | \"engineRpm\":5 | 5",
                "not_be_in_set, column: productionState, value_set: [Driving] | \"productionState\":\"Driving\" | Driving",
                "match_regex, column: operatorId, regex: '^op-[0-9]+$' | \"operatorId\":\"op-1x\" | op-1x",
                "not_match_regex, column: operatorId, regex: admin | \"operatorId\":\"the admin\" | the admin",
            })
    void findsTheValueThatBreaksIt(String rule, String fields, String observed) {
        SuiteRun suite = of("expect_column_values_to_" + rule);
        suite.telemetry(0, fields);

        assertThat(suite.observed()).containsExactly(observed);
        assertThat(suite.valid().get(0).flags()).containsExactly("rule");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not_be_null, column: fuelRateLph | \"fuelRateLph\":1",
                "be_null, column: fuelRateLph | \"speedKph\":7",
                "be_in_set, column: engineRpm, value_set: [4, 5] | \"engineRpm\":4.0",
                "be_in_set, column: engineRpm, value_set: [4, 5] | \"speedKph\":4.0",
                "match_regex, column: operatorId, regex: '^op-[0-9]+$' | \"operatorId\":\"op-12\"",
                "match_regex, column: operatorId, regex: 'p-' | \"operatorId\":\"op-12\"",
            })
    void letsPassWhatKeepsItOrIsAbsent(String rule, String fields) {
        SuiteRun suite = of("expect_column_values_to_" + rule);
        suite.telemetry(0, fields);

        assertThat(suite.flagged()).isEmpty();
        assertThat(suite.valid()).hasSize(1);
    }

    @Test
    void comparesPairsWhereBothAreThere() {
        SuiteRun suite =
                of(
                        "expect_column_pair_values_to_be_equal, column_A: engineRpm, column_B:"
                                + " speedKph");
        suite.telemetry(0, "\"engineRpm\":7,\"speedKph\":7.0")
                .telemetry(1, "\"engineRpm\":7")
                .telemetry(2, "\"engineRpm\":7,\"speedKph\":8");

        assertThat(suite.observed()).containsExactly("7, 8");
    }

    @Test
    void aPatternThatExplodesElsewhereTakesLinearTime() {
        SuiteRun suite =
                of(
                        "expect_column_values_to_match_regex, column: operatorId, regex:"
                                + " '^(a+)+$'");
        suite.telemetry(0, "\"operatorId\":\"" + "a".repeat(99) + "b\"");

        assertThat(suite.flagged()).hasSize(1);
    }

    @Test
    void clampsToTheNearestBoundAndReportsBothValues() {
        SuiteRun suite =
                SuiteRun.of(
                        """
                        suite: test
                        rules:
                        - {name: level, stream: telemetry, severity: info, action: clamp, column: fuelLevelPct,
                           expectation: expect_column_values_to_be_between, min_value: 0, max_value: 100}
                        - {name: sure, stream: telemetry, severity: info, action: reject, column: fuelLevelPct,
                           expectation: expect_column_values_to_be_between, max_value: 100}
                        """);
        suite.telemetry(0, "\"fuelLevelPct\":100.4,\"speedKph\":12")
                .telemetry(1, "\"fuelLevelPct\":-0.5");

        assertThat(suite.rejected()).isEmpty();
        assertThat(suite.observed()).containsExactly("100.4, clamped to 100", "-0.5, clamped to 0");
        assertThat(suite.valid())
                .extracting(reading -> reading.telemetry().fuelLevelPct())
                .containsExactly(100.0, 0.0);
        assertThat(suite.valid().get(0).telemetry().speedKph()).isEqualTo(12);
        assertThat(suite.valid().get(0).flags()).containsExactly("level");
    }

    @Test
    void holdsOnlyForItsClassesAndMachines() {
        SuiteRun suite =
                of(
                        "expect_column_values_to_be_null, column: speedKph, classes: [930E],"
                                + " machines: ['T-?1', 'X*9']");
        suite.telemetry(0, "\"speedKph\":1,\"equipmentClass\":\"930E\"")
                .telemetry(1, "\"speedKph\":2,\"equipmentClass\":\"793F\"")
                .telemetry(2, "\"speedKph\":3")
                .message(
                        "haultruck/T-02/telemetry", 3, "\"speedKph\":4,\"equipmentClass\":\"930E\"")
                .message(
                        "haultruck/X-long-9/telemetry",
                        4,
                        "\"speedKph\":5,\"equipmentClass\":\"930E\"");

        assertThat(suite.observed()).containsExactly("1", "5");
    }

    @Test
    void touchesNoStateWhereNoRuleRemembers() {
        SuiteRun suite = of("expect_column_values_to_be_null, column: speedKph");
        suite.telemetry(0, "\"speedKph\":1");

        assertThat(suite.stateEntries()).isZero();
    }

    private static SuiteRun of(String expectation) {
        return SuiteRun.ofRule("expectation: " + expectation);
    }
}
