package io.fueloptimine.models.alarm.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.alarm.PatternSettings;
import org.junit.jupiter.api.Test;

class ShiftLoadsTest {

    private static final PatternSettings LIMITS = PatternSettings.DEFAULT;

    @Test
    void judgesNoUnitBeforeItHasEnoughLoads() {
        assertThat(loads(LIMITS.leastLoads() - 1, 1.19).overloads(LIMITS)).isFalse();
        assertThat(loads(LIMITS.leastLoads(), 1.19).overloads(LIMITS)).isTrue();
    }

    @Test
    void toleratesATenthOfTheLoadsAndTwoMoreByChance() {
        assertThat(mixed(40, 4).overloads(LIMITS)).isFalse();
        assertThat(mixed(40, 7).overloads(LIMITS)).isFalse();
        assertThat(mixed(40, 12).overloads(LIMITS)).isTrue();
    }

    @Test
    void judgesTheMeanAgainstTheTarget() {
        assertThat(alternating(60, 1.03, 1.07).overloads(LIMITS)).isFalse();
        assertThat(alternating(60, 1.06, 1.09).overloads(LIMITS)).isTrue();
    }

    @Test
    void findsLoadsThatAreTooSmallOnAverageOrTooOften() {
        assertThat(alternating(60, 0.91, 0.95).underloads(LIMITS)).isTrue();
        assertThat(alternating(60, 0.96, 1.02).underloads(LIMITS)).isFalse();
        assertThat(alternating(30, 0.85, 1.09).underloads(LIMITS)).isTrue();
    }

    private static ShiftLoads loads(int count, double share) {
        ShiftLoads loads = ShiftLoads.of(0);
        for (int i = 0; i < count; i++) {
            loads = with(loads, share);
        }
        return loads;
    }

    private static ShiftLoads alternating(int count, double one, double other) {
        ShiftLoads loads = ShiftLoads.of(0);
        for (int i = 0; i < count; i++) {
            loads = with(loads, i % 2 == 0 ? one : other);
        }
        return loads;
    }

    private static ShiftLoads mixed(int count, int over) {
        ShiftLoads loads = ShiftLoads.of(0);
        for (int i = 0; i < count; i++) {
            loads = with(loads, i < over ? 1.11 : 1.0);
        }
        return loads;
    }

    private static ShiftLoads with(ShiftLoads loads, double share) {
        return loads.with(share, 1.1, LIMITS.underloadShare());
    }
}
