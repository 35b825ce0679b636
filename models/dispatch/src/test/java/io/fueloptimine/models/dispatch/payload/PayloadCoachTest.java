package io.fueloptimine.models.dispatch.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.mine.advice.PayloadAdvice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PayloadCoachTest {

    private static final Instant SHIFT = Instant.parse("2026-05-04T08:00:00Z");

    @Test
    void namesAUnitThatUnderloadsAndWhatItCosts() {
        PayloadAdvice advice = only(loads("SH01", 0.9, 0.92, 0.94));

        assertThat(advice.text()).contains("SH01 underloads", "mean 92 %");
        assertThat(advice.hasLightLoads()).isTrue();
        assertThat(advice.meanHighShare()).isLessThan(1);
        // 8 % of the load are missing; 55 % of the 100 L of a cycle do not depend on the load.
        assertThat(advice.lostLitresPerTonne()).isCloseTo(0.55 * 100 * 0.08 / 92, within(1e-3));
    }

    @Test
    void namesAUnitThatBreaksTheRuleOfTen() {
        assertThat(only(loads("SH01", 0.8, 0.9, 1.15)).text()).contains("overloads");
        assertThat(only(loads("SH01", 0.95, 1.0, 1.0, 1.0, 1.0, 1.21)).text())
                .contains("overloads", "17 % above 120 %");
    }

    @Test
    void saysNothingOfLoadsOnTarget() {
        PayloadAdvice advice = only(loads("SH01", 0.96, 0.98, 1.0, 1.02, 1.04));

        assertThat(advice.text()).isNull();
        assertThat(advice.meanShare()).isCloseTo(1, within(1e-9));
    }

    @Test
    void judgesOperatorsApartAndNotByAFewLoads() {
        List<UnitLoad> loads = new ArrayList<>(loads("SH01", 0.8));
        loads.addAll(loads("SH02", 1.0).subList(0, 9));

        assertThat(PayloadCoach.ofShift("mine", SHIFT, loads))
                .extracting(PayloadAdvice::unitId)
                .containsExactly("SH01");
    }

    private static PayloadAdvice only(List<UnitLoad> loads) {
        List<PayloadAdvice> advice = PayloadCoach.ofShift("mine", SHIFT, loads);
        assertThat(advice).hasSize(1);
        return advice.get(0);
    }

    private static List<UnitLoad> loads(String unitId, double... shares) {
        List<UnitLoad> loads = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            for (double share : shares) {
                loads.add(new UnitLoad(unitId, "OP", SHIFT, 100 * share, 100, 70, 100));
            }
        }
        return loads;
    }
}
