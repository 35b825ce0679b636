package io.fueloptimine.jobs.simulator.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.mine.site.TruckClass;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TruckPhysicsTest {

    private static final TruckClass CLASS = new TruckClass("930E", 290, 210, 2_610, 4_200, 50);
    private static final Air COOL = new Air(5, 3_500);
    private static final Driving FROM_STOP_TO_STOP = new Driving(0, 7, 0, 1);

    private final TruckPhysics truck = new TruckPhysics(CLASS, 0, 1);
    private final LegProfile profile = new LegProfile();

    @Test
    void startsAndEndsAtAStopAndCruisesBetween() {
        truck.drive(new Stretch(1_000, 0, 2.5), FROM_STOP_TO_STOP, 0, COOL, profile);

        assertThat(profile.metres()).isCloseTo(1_000, within(0.01));
        assertThat(profile.kphAt(0)).isZero();
        assertThat(profile.kphAt(60)).isCloseTo(7 * 3.6, within(0.1));
        assertThat(profile.endMps()).isLessThan(0.2);
        assertThat(profile.seconds()).isBetween(1_000 / 7.0 + 10, 1_000 / 7.0 + 40);
    }

    @Test
    void aLoadedTruckSlowsDownUphillToWhatItsEngineCanPull() {
        Driving driving = new Driving(7, 7, 7, 1);
        truck.drive(new Stretch(2_000, 9, 2.7), driving, 306, COOL, profile);
        double steadyKph = profile.kphAt(profile.seconds() - 1);
        assertThat(steadyKph).isBetween(11.0, 14.5);

        new TruckPhysics(CLASS, 0.1, 1)
                .drive(new Stretch(2_000, 9, 2.7), driving, 306, COOL, profile);
        assertThat(profile.kphAt(profile.seconds() - 1))
                .isBetween(0.87 * steadyKph, 0.92 * steadyKph);
    }

    @Test
    void theRetarderLimitsTheSpeedOfALoadedTruckDownhill() {
        Driving driving = new Driving(5, 20, 20, 1);
        truck.drive(new Stretch(3_000, -12, 2), driving, 306, COOL, profile);

        assertThat(profile.kphAt(profile.seconds() / 2)).isBetween(18.0, 24.0);
    }

    @Test
    void aRoadThatIsTooSteepIsClimbedAtACreep() {
        truck.drive(new Stretch(100, 35, 5), FROM_STOP_TO_STOP, 306, COOL, profile);

        assertThat(profile.metres()).isCloseTo(100, within(0.1));
        assertThat(profile.kphAt(60)).isBetween(2.0, 4.0);
    }

    @Test
    void litresAreTheIntegralOfTheRate() {
        truck.drive(new Stretch(1_500, 4, 2.5), FROM_STOP_TO_STOP, 306, COOL, profile);
        double litres = 0;
        for (double s = 0; s < profile.seconds(); s += 0.01) {
            litres += profile.lphAt(s) * 0.01 / 3_600;
        }

        assertThat(profile.litresAt(profile.seconds())).isCloseTo(litres, within(0.01 * litres));
        assertThat(profile.litresAt(30) + 1e-9).isGreaterThan(profile.litresAt(29));
    }

    @Test
    void rollingResistanceStopsAndWarmAirCostFuel() {
        double plainL = litres(new Stretch(1_000, 0, 2.5), new Driving(7, 7, 7, 1), COOL);

        assertThat(litres(new Stretch(1_000, 0, 3.5), new Driving(7, 7, 7, 1), COOL))
                .isGreaterThan(1.15 * plainL);
        assertThat(litres(new Stretch(1_000, 0, 2.5), FROM_STOP_TO_STOP, COOL))
                .isGreaterThan(1.05 * plainL);
        Air warm = new Air(25, 3_500);
        assertThat(litres(new Stretch(1_000, 0, 2.5), new Driving(7, 7, 7, 1), warm))
                .isGreaterThan(1.02 * plainL);
    }

    @Test
    void staysWithinItsLimitsOnAnyRoad() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            double metres = 1 + 2_000 * random.nextDouble();
            Stretch stretch =
                    new Stretch(metres, 40 * random.nextDouble() - 20, 1 + 8 * random.nextDouble());
            Driving driving =
                    new Driving(
                            10 * random.nextDouble(),
                            0.5 + 14 * random.nextDouble(),
                            random.nextBoolean() ? 0 : 10 * random.nextDouble(),
                            0.5 + random.nextDouble() / 2);
            truck.drive(stretch, driving, 320 * random.nextDouble(), COOL, profile);

            assertThat(profile.metres()).isCloseTo(metres, within(0.01 * metres + 0.1));
            assertThat(profile.seconds()).isPositive().isLessThan(metres / 0.5 + 60);
            double rateLph = profile.lphAt(random.nextDouble() * profile.seconds());
            assertThat(rateLph).isBetween(20.0, 720.0);
        }
    }

    private double litres(Stretch stretch, Driving driving, Air air) {
        truck.drive(stretch, driving, 100, air, profile);
        return profile.litresAt(profile.seconds());
    }
}
