package io.fueloptimine.models.alarm.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PlannedUnitsTest {

    private static final PlannedUnits PLAN =
            new PlannedUnits(
                    1_000, 5_000, Map.of("calm", 0.3, "busy", 0.8, "full", 1.0, "stopped", 0.0));

    @Test
    void expectsAUnitToHangWhenItDoesNotLoad() {
        assertThat(PLAN.hangShare("calm")).isEqualTo(0.7);
        assertThat(PLAN.hangShare("stopped")).isEqualTo(1);
    }

    @Test
    void expectsLongerQueuesAtBusyUnitsUpToABound() {
        assertThat(PLAN.queue("calm")).isCloseTo(0.064, within(0.001));
        assertThat(PLAN.queue("busy")).isCloseTo(1.6, within(0.001));
        assertThat(PLAN.queue("full")).isEqualTo(2);
    }

    @Test
    void saysNothingBeforeItWasMadeOrAfterItHasExpiredOrOfOtherUnits() {
        assertThat(PLAN.covers("calm", 999)).isFalse();
        assertThat(PLAN.covers("calm", 1_000)).isTrue();
        assertThat(PLAN.covers("calm", 5_001)).isFalse();
        assertThat(PLAN.covers("other", 2_000)).isFalse();
    }
}
