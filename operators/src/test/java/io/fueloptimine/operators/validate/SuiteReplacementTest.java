package io.fueloptimine.operators.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.QualityVerdict;
import org.junit.jupiter.api.Test;

class SuiteReplacementTest {

    private static final String RISING =
            SuiteHarness.suite(
                    "expectation: expect_column_values_to_be_increasing, column: totalFuelUsedL");
    private static final String NO_SPEED =
            SuiteHarness.suite("expectation: expect_column_values_to_be_null, column: speedKph");

    @Test
    void usesAndReportsAValidSuiteAtOnce() throws Exception {
        try (SuiteHarness suite = SuiteHarness.of(RISING)) {
            suite.telemetry(0, "\"speedKph\":1").publish(NO_SPEED).telemetry(1, "\"speedKph\":2");

            assertThat(suite.flagged())
                    .extracting(QualityRecord::rule)
                    .containsExactly("suite", "rule");
            QualityRecord told = suite.flagged().get(0);
            assertThat(told.observed()).startsWith("suite test, 1 rules, digest ");
            assertThat(told.topic()).isEqualTo("quality.suites");
            assertThat(told.machineId()).isNull();
        }
    }

    @Test
    void aBadSuiteIsRefusedWholeWithEveryFaultAndTheOldOneStays() throws Exception {
        String bad =
                """
                suite: bad
                rules:
                - {name: good, stream: telemetry, expectation: expect_column_values_to_be_null, column: fuelRateLph,
                   severity: info, action: reject}
                - {name: a, stream: telemetry, expectation: expect_column_values_to_be_null, column: smell,
                   severity: info, action: reject}
                - {name: b, stream: telemetry, expectation: expect_nothing, severity: info, action: reject}
                """;
        try (SuiteHarness suite = SuiteHarness.of(NO_SPEED)) {
            suite.publish(bad).telemetry(0, "\"speedKph\":2,\"fuelRateLph\":3");

            assertThat(suite.rejected()).hasSize(1);
            QualityRecord refusal = suite.rejected().get(0);
            assertThat(refusal.verdict()).isEqualTo(QualityVerdict.REJECTED);
            assertThat(refusal.rule()).isEqualTo("suite");
            assertThat(refusal.observed())
                    .contains("rule a: stream telemetry has no field smell")
                    .contains("rule b: expectation: unknown expect_nothing");
            assertThat(refusal.payload()).isNull();
            assertThat(suite.observed()).containsExactly("2");
        }
    }

    @Test
    void aRestartGoesOnWithThePublishedSuiteAndWhatItsRulesRemember() throws Exception {
        SuiteHarness before = SuiteHarness.of(NO_SPEED);
        before.publish(RISING).telemetry(0, "\"totalFuelUsedL\":100");
        try (SuiteHarness after = before.restarted(NO_SPEED)) {
            after.telemetry(1, "\"totalFuelUsedL\":99,\"speedKph\":1");

            assertThat(after.observed()).containsExactly("99 after 100");
        }
    }

    @Test
    void aSuiteThatKeepsARuleKeepsItsMemory() throws Exception {
        String more =
                RISING
                        + "- {name: other, stream: telemetry, severity: info, action: flag,"
                        + " expectation: expect_column_values_to_be_unique, column: engineRpm}\n";
        try (SuiteHarness suite = SuiteHarness.of(RISING)) {
            suite.telemetry(0, "\"totalFuelUsedL\":100")
                    .publish(more)
                    .telemetry(1, "\"totalFuelUsedL\":99");

            assertThat(suite.observed()).contains("99 after 100");
        }
    }
}
