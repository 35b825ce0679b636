package io.fueloptimine.models.alarm.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.alarm.PatternSettings;
import org.junit.jupiter.api.Test;

class TruckScaleTest {

    private static final PatternSettings LIMITS = PatternSettings.DEFAULT;

    @Test
    void isWrongFromTheConfiguredNumberOfLoadsOn() {
        assertThat(loads(TruckScale.NONE, LIMITS.scaleLoads() - 1, 1.1).raised()).isFalse();
        assertThat(loads(TruckScale.NONE, LIMITS.scaleLoads(), 1.1).raised()).isTrue();
        assertThat(loads(TruckScale.NONE, LIMITS.scaleLoads(), 0.9).raised()).isTrue();
        assertThat(loads(TruckScale.NONE, 100, 1.06).raised()).isFalse();
    }

    @Test
    void isComparedWithItsOwnLoadsBefore() {
        TruckScale low = loads(TruckScale.NONE, 60, 0.97);

        assertThat(loads(low, 10, 1.01).raised()).isFalse();
        assertThat(loads(low, 10, 1.05).raised()).isTrue();
        assertThat(loads(loads(low, 10, 1.05), 200, 1.05).raised()).isTrue();
        assertThat(loads(loads(low, 10, 1.05), 10, 0.98).raised()).isFalse();
    }

    @Test
    void isRightAgainBelowHalfTheLimit() {
        TruckScale wrong = loads(TruckScale.NONE, 20, 1.1);

        assertThat(loads(wrong, 20, 1.04).raised()).isTrue();
        assertThat(loads(wrong, 20, 1.03).raised()).isFalse();
    }

    @Test
    void comparesWithOtherTrucksOnly() {
        RecentLoads loads = RecentLoads.NONE;
        for (int i = 0; i < 5; i++) {
            loads = loads.with("T1", 1.2).with("T2", 1.05);
        }
        assertThat(loads.medianOfOthers("T1")).isNaN();

        loads = loads.with("T3", 1.0);
        assertThat(loads.medianOfOthers("T1")).isEqualTo(1.05);
    }

    @Test
    void remembersTheLatestLoads() {
        RecentLoads loads = RecentLoads.NONE;
        for (int i = 0; i < 60; i++) {
            loads = loads.with("T1", i < 30 ? 1.2 : 1.0);
        }
        assertThat(loads.shares()).hasSize(24).containsOnly(1.0);
    }

    private static TruckScale loads(TruckScale scale, int count, double ratio) {
        TruckScale next = scale;
        for (int i = 0; i < count; i++) {
            next = next.with(ratio, LIMITS);
        }
        return next;
    }
}
