package io.fueloptimine.models.fuel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FuelFeaturesTest {

    private final MachineClasses classes = MachineClasses.standard();

    @Test
    void givesOneNumberForEachName() {
        float[] features = FuelFeatures.of(Windows.travelling("930E", 306, 13, 8), classes);

        assertThat(features).hasSameSizeAs(FuelFeatures.NAMES.toArray());
        assertThat(features[FuelFeatures.NAMES.indexOf("payload_t")]).isEqualTo(306f);
        assertThat(features[FuelFeatures.NAMES.indexOf("class_empty_mass_t")]).isEqualTo(210f);
    }

    @Test
    void areEqualForAHalfCoveredMinute() {
        assertThat(FuelFeatures.of(Windows.of("930E", 306, 12, 8, 0, 30), classes))
                .isEqualTo(FuelFeatures.of(Windows.of("930E", 306, 12, 16, 0, 60), classes));
    }

    /** 13 km/h up 8 %: 217 m of way, and 578 m for the climb at 3 % of rolling resistance. */
    @Test
    void measureTheWorkOfTheWheelsAndOfIdling() {
        float[] travelling = FuelFeatures.of(Windows.travelling("930E", 306, 13, 8), classes);
        float[] idling = FuelFeatures.of(Windows.idling("930E"), classes);
        int traction = FuelFeatures.NAMES.indexOf("traction_kw");
        int work = FuelFeatures.NAMES.indexOf("work_l_per_min");

        double idleLph = classes.truck("930E").idleLph();
        double kw = 516 * 9.81 * 0.03 * (13 / 0.06) * (1 + 8 / 3.0) / 60;
        assertThat(travelling[traction]).isCloseTo((float) kw, within(0.01f));
        assertThat(travelling[work]).isCloseTo((float) ((idleLph + 0.24 * kw) / 60), within(1e-3f));
        assertThat(idling[traction]).isZero();
        assertThat(idling[work]).isEqualTo((float) (idleLph / 60));
    }

    @Test
    void areNaNForAnUnknownClass() {
        float[] features = FuelFeatures.of(Windows.idling("UNHEARD-OF"), classes);

        assertThat(features[FuelFeatures.NAMES.indexOf("class_rated_power_kw")]).isNaN();
    }

    @Test
    void leaveOutSensorsOfTheFuelItself() {
        assertThat(FuelFeatures.NAMES)
                .noneMatch(name -> name.contains("load_pct") || name.contains("rpm"))
                .noneMatch(name -> name.startsWith("fuel"));
    }
}
