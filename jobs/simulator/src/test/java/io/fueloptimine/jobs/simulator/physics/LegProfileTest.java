package io.fueloptimine.jobs.simulator.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LegProfileTest {

    private final LegProfile profile = new LegProfile();

    @Test
    void aSlowerLegHasTheSameLengthAndLitres() {
        profile.begin(0);
        profile.add(20, 8, 300);
        profile.add(30, 8, 200);
        double metres = profile.metres();
        profile.scaleSpeed(50 / 55.0);

        assertThat(profile.seconds()).isCloseTo(55, within(1e-9));
        assertThat(profile.metresAt(54.999_999)).isCloseTo(metres, within(1e-3));
        assertThat(profile.metresAt(22)).isCloseTo(80, within(1e-9));
        assertThat(profile.endMps()).isCloseTo(8 / 1.1, within(1e-9));
        assertThat(profile.litresAt(55)).isCloseTo((20 * 300 + 30 * 200) / 3_600.0, within(1e-9));
    }

    @Test
    void aStandingTruckBurnsAtIdleAndDoesNotMove() {
        profile.begin(5);
        profile.add(10, 5, 100);
        profile.stand(60, 30);

        assertThat(profile.seconds()).isEqualTo(70);
        assertThat(profile.metresAt(40)).isCloseTo(50, within(1e-9));
        assertThat(profile.kphAt(40)).isZero();
        assertThat(profile.endMps()).isZero();
        assertThat(profile.litresAt(70)).isCloseTo((10 * 100 + 60 * 30) / 3_600.0, within(1e-9));
    }
}
