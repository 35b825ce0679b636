package io.fueloptimine.models.fuel;

import static org.assertj.core.api.Assertions.assertThat;

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
