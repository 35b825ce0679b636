package io.fueloptimine.models.alarm.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.alarm.PatternSettings;
import java.util.Random;
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
        assertThat(alternating(60, 1.06, 1.09).overloads(LIMITS)).isFalse();
        assertThat(alternating(60, 1.08, 1.11).overloads(LIMITS)).isTrue();
    }

    /** Loads as a healthy mine has them: a mean of 1.057, of which 8 % are above 1.1. */
    @Test
    void seldomTakesChanceForAnOverloadThoughItLooksAfterEachLoad() {
        int raised = 0;
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            ShiftLoads loads = ShiftLoads.of(0);
            boolean overloads = false;
            for (int i = 0; i < 90; i++) {
                double size = Math.abs(random.nextGaussian());
                boolean below = random.nextDouble() < 0.386;
                loads = with(loads, 1.047 + size * (below ? -0.022 : 0.035));
                overloads |= loads.overloads(LIMITS);
            }
            raised += overloads ? 1 : 0;
        }
        assertThat(raised).isLessThan(5);
    }

    @Test
    void findsLoadsThatAreTooSmallOnAverageOrTooOften() {
        assertThat(alternating(60, 0.90, 0.94).underloads(LIMITS)).isTrue();
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
