package io.fueloptimine.models.quality.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistoryExpectationsTest {

    @Test
    void aCounterThatFallsIsOneBreachAndIsFollowed() {
        SuiteRun suite = increasing("");
        total(suite, 0, 100);
        total(suite, 1, 100);
        total(suite, 2, 5);
        total(suite, 3, 6);

        assertThat(suite.observed()).containsExactly("5 after 100");
        assertThat(suite.valid()).hasSize(4);
    }

    @Test
    void anExcursionOfACounterIsOneBreachHoweverLongItLasts() {
        SuiteRun low = increasing("");
        SuiteRun high = increasing("");
        for (int second = 0; second < 50; second++) {
            boolean away = second >= 10 && second < 30;
            total(low, second, away ? 0 : 1_000 + second);
            total(high, second, away ? 5_000 : 1_000 + second);
        }

        assertThat(low.observed()).containsExactly("0 after 1009");
        assertThat(high.observed()).containsExactly("1030 after 5000");
    }

    @Test
    void engineHoursThatLeaveAndReturnTwiceAreTwoBreaches() {
        SuiteRun suite =
                SuiteRun.ofRule(
                        "expectation: expect_column_values_to_be_increasing, column: engineHours");
        double[] hours = {12_000, 0, 12_000.05, 12_000.05, 0, 0, 12_000.1};
        for (int second = 0; second < hours.length; second++) {
            suite.telemetry(second, "\"engineHours\":" + hours[second]);
        }

        assertThat(suite.observed()).containsExactly("0 after 12000", "0 after 12000.05");
    }

    @Test
    void strictlyMeansMore() {
        SuiteRun suite = increasing(", strictly: true");
        total(suite, 0, 100);
        total(suite, 1, 100);

        assertThat(suite.observed()).containsExactly("100 after 100");
    }

    @Test
    void aLateReadingIsComparedWithItsNeighboursInTime() {
        SuiteRun suite = increasing("");
        total(suite, 0, 100);
        total(suite, 10, 110);
        total(suite, 5, 105);
        total(suite, 6, 104);
        total(suite, 7, 120);
        total(suite, -3, 90);

        assertThat(suite.observed()).containsExactly("104 after 105", "120 before 110");
    }

    @Test
    void aRepeatIsNoFallAndNoSecondReading() {
        SuiteRun suite = increasing(", strictly: true");
        SuiteRun unique =
                SuiteRun.ofRule(
                        "expectation: expect_column_values_to_be_unique, column:" + " operatorId");
        total(suite, 0, 100);
        total(suite, 0, 100);
        unique.telemetry(0, "\"operatorId\":\"a\"").telemetry(0, "\"operatorId\":\"a\"");

        assertThat(suite.flagged()).isEmpty();
        assertThat(unique.flagged()).isEmpty();
    }

    @Test
    void machinesHaveHistoriesOfTheirOwn() {
        SuiteRun suite = increasing("");
        total(suite, 0, 100);
        suite.message("haultruck/T-02/telemetry", 1, "\"totalFuelUsedL\":5");

        assertThat(suite.flagged()).isEmpty();
        assertThat(suite.stateEntries()).isEqualTo(2);
    }

    @Test
    void rememberedIsOnlyWhatEarlierRulesLetPass() {
        SuiteRun suite =
                SuiteRun.of(
                        """
                        suite: test
                        rules:
                        - {name: sentinel, stream: telemetry, severity: info, action: reject, column: totalFuelUsedL,
                           expectation: expect_column_values_to_be_between, max_value: 1000}
                        - {name: rising, stream: telemetry, severity: info, action: flag, column: totalFuelUsedL,
                           expectation: expect_column_values_to_be_increasing}
                        """);
        total(suite, 0, 100);
        total(suite, 1, 9_999);
        total(suite, 2, 101);

        assertThat(suite.flagged()).isEmpty();
        assertThat(suite.rejected()).hasSize(1);
    }

    @Test
    void forgetsTheOldestUniqueValueFirst() {
        SuiteRun suite =
                SuiteRun.ofRule(
                        "expectation: expect_column_values_to_be_unique, column: engineRpm, over:"
                                + " 2");
        for (int rpm : new int[] {1, 2, 1, 3, 1, 3}) {
            suite.telemetry(suite.valid().size(), "\"engineRpm\":" + rpm);
        }

        // 1 leaves for 3 and comes back as new, for which 2 leaves.
        assertThat(suite.observed()).containsExactly("1", "3");
    }

    @Test
    void reportsARateBeyondItsRangeOverTheSmallestGap() {
        SuiteRun suite =
                SuiteRun.ofRule(
                        "expectation: expect_column_rate_of_change_to_be_between, column:"
                                + " fuelLevelPct, min_value: -0.5, max_value: 0.5, min_gap_s:"
                                + " 10");
        level(suite, 0, 80);
        level(suite, 1, 78);
        level(suite, 10, 79);
        level(suite, 20, 60);
        level(suite, 15, 79);

        assertThat(suite.observed()).containsExactly("from 79 to 60 in 10 s");
    }

    @Test
    void reportsAStuckValueOnceInEachLimitAndOnlyWhileTheMachineWorks() {
        SuiteRun suite =
                SuiteRun.ofRule(
                        "expectation: expect_column_values_to_not_be_stuck, column: fuelLevelPct,"
                                + " max_stuck_s: 60, while_column: speedKph, while_min: 5");
        for (int second = 0; second <= 150; second += 10) {
            suite.telemetry(second, "\"fuelLevelPct\":50,\"speedKph\":20");
        }
        for (int second = 160; second <= 400; second += 10) {
            suite.telemetry(second, "\"fuelLevelPct\":50,\"speedKph\":0");
        }

        assertThat(suite.observed()).containsExactly("50 for 70 s", "50 for 70 s");
    }

    @Test
    void aSilenceProvesNothingStuckAndALateReadingChangesNothing() {
        SuiteRun suite =
                SuiteRun.ofRule(
                        "expectation: expect_column_values_to_not_be_stuck, column: fuelLevelPct,"
                                + " max_stuck_s: 60");
        level(suite, 0, 50);
        level(suite, 100, 50);
        level(suite, 50, 49);
        level(suite, 150, 50);

        assertThat(suite.flagged()).isEmpty();
    }

    @Test
    void mostlyActsOnlyBeyondItsShareOfTheLatest() {
        SuiteRun suite =
                SuiteRun.ofRule(
                        "expectation: expect_column_values_to_be_between, column: fuelLevelPct,"
                                + " max_value: 100, mostly: 0.9, mostly_over: 10, action: reject");
        level(suite, 0, 101);
        level(suite, 1, 102);
        level(suite, 2, 50);
        suite.telemetry(3, "\"speedKph\":1");
        for (int second = 4; second < 12; second++) {
            level(suite, second, 50);
        }
        level(suite, 12, 103);

        // One in ten is tolerated; absent values are not judged; the first two are forgotten.
        assertThat(suite.rejected()).hasSize(1);
        assertThat(suite.rejected().get(0).observed()).isEqualTo("102");
        assertThat(suite.valid()).hasSize(12);
    }

    private static SuiteRun increasing(String more) {
        return SuiteRun.ofRule(
                "expectation: expect_column_values_to_be_increasing, column: totalFuelUsedL"
                        + more);
    }

    private static void total(SuiteRun suite, double second, double litres) {
        suite.telemetry(second, "\"totalFuelUsedL\":" + litres);
    }

    private static void level(SuiteRun suite, double second, double percent) {
        suite.telemetry(second, "\"fuelLevelPct\":" + percent);
    }
}
