package io.fueloptimine.models.fuel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.mine.consumption.FuelWindow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PhysicsModelTest {

    private final PhysicsModel physics = new PhysicsModel(MachineClasses.standard());

    /** Ramp and flat at the speeds measured on them; 352 to 404 L/h is the measured interval. */
    @Test
    void burnsAsMeasuredOnALoadedHaul() {
        double rampH = 2.7 / 13;
        double flatH = 2.79 / 20;
        double litres =
                lph(Windows.travelling("930E", 306, 13, 8)) * rampH
                        + lph(Windows.travelling("930E", 306, 20, 0)) * flatH;

        assertThat(litres / (rampH + flatH)).isBetween(352.0, 404.0);
    }

    /** Down, flat and up at the speeds measured on them; 99 to 177 L/h is the measured interval. */
    @Test
    void burnsAsMeasuredOnAnEmptyReturn() {
        double downH = 2.0 / 26;
        double flatH = 2.05 / 19;
        double upH = 1.0 / 23;
        double litres =
                lph(Windows.travelling("930E", 0, 26, -8)) * downH
                        + lph(Windows.travelling("930E", 0, 19, 0)) * flatH
                        + lph(Windows.travelling("930E", 0, 23, 7)) * upH;

        assertThat(litres / (downH + flatH + upH)).isBetween(99.0, 177.0);
    }

    @Test
    void limitsTheFuelByTheEngine() {
        assertThat(lph(Windows.travelling("930E", 330, 40, 10)))
                .isCloseTo(2_014 * 205.0 / 845, within(1e-9));
    }

    @Test
    void idlesWhenStandingAndBurnsNothingWithTheEngineOff() {
        FuelWindow idle = Windows.idling("930E");

        assertThat(lph(idle)).isCloseTo(53.5, within(1e-9));
        assertThat(physics.expectedLitres(Windows.of("930E", 0, 0, 0, 1, 20)))
                .isCloseTo(53.5 / 180, within(1e-9));
    }

    @Test
    void fallsBackToTheClassMeanAndThenToTheMeasuredIdle() {
        PhysicsModel withGrader =
                new PhysicsModel(MachineClasses.of(List.of(), Map.of("GRADER-24M", 72.0)));

        assertThat(withGrader.expectedLitres(Windows.idling("GRADER-24M")))
                .isCloseTo(1.2, within(1e-9));
        assertThat(withGrader.expectedLitres(Windows.idling(null))).isCloseTo(0.89, within(0.01));
    }

    @Test
    void answersForAWindowWithoutValues() {
        double nan = Double.NaN;
        assertThat(physics.expectedLitres(Windows.of("930E", nan, nan, nan, nan, 60)))
                .isCloseTo(53.5 / 60, within(1e-9));
    }

    @Test
    void scoresUnderItsOwnName() {
        FuelWindow window = Windows.travelling("930E", 306, 13, 8);

        assertThat(physics.score(window).modelName()).isEqualTo("physics");
        assertThat(physics.score(window).residualL())
                .isEqualTo(window.fuelL() - physics.expectedLitres(window));
    }

    private double lph(FuelWindow window) {
        return physics.expectedLitres(window) * 60;
    }
}
