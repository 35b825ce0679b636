package io.fueloptimine.models.mine.consumption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EffectiveFlatHaulTest {

    @Test
    void isTheWayOnALevelRoadAtSteadySpeed() {
        assertThat(EffectiveFlatHaul.ofStepM(60, 0, 6, 6)).isEqualTo(60);
    }

    /** 8 % climb and 3 % rolling resistance need 11/3 of the energy of the level road. */
    @Test
    void countsAClimbByItsEnergy() {
        assertThat(EffectiveFlatHaul.ofStepM(60, 4.8, 6, 6)).isCloseTo(220, within(1e-9));
    }

    @Test
    void countsAnAccelerationByItsEnergy() {
        double kineticM = 1.06 * (36 - 4) / 2 / 9.81;

        assertThat(EffectiveFlatHaul.ofStepM(40, 0, 2, 6))
                .isCloseTo(40 + kineticM / 0.03, within(1e-9));
    }

    @Test
    void isNothingWhereATruckBrakesOrStands() {
        assertThat(EffectiveFlatHaul.ofStepM(60, -4.8, 6, 6)).isZero();
        assertThat(EffectiveFlatHaul.ofStepM(30, 0, 6, 0)).isZero();
        assertThat(EffectiveFlatHaul.ofStepM(0.4, 1.2, 0, 0)).isZero();
    }

    /** 500 t x 9.81 m/s2 x 3 % x 1,000 m = 147 MJ. */
    @Test
    void givesTheEnergyAtTheWheels() {
        assertThat(EffectiveFlatHaul.tractionKwh(500, 1_000)).isCloseTo(40.875, within(1e-9));
    }
}
