package io.fueloptimine.models.training.retraining;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.fuel.Expectation;
import io.fueloptimine.models.fuel.FuelModel;
import io.fueloptimine.models.mine.FuelWindow;
import io.fueloptimine.models.mine.ScoredWindow;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class HeadToHeadTest {

    private static final List<FuelWindow> WINDOWS = Fleet.history(30, 1, minute -> 1);

    /**
     * Half of the trucks are expected 10 % too much by the champion, the others 10 % too little.
     */
    private static final FuelModel CHAMPION =
            model(window -> window.fuelL() * (isEven(window) ? 1.1 : 0.9));

    @Test
    void promotesWhatIsBetterOnAllTrucks() {
        assertThat(decision(model(window -> window.fuelL() * 1.05))).isEqualTo(Decision.PROMOTE);
    }

    @Test
    void letsWhatIsBetterOnSomeTrucksChallenge() {
        FuelModel onSome = model(window -> window.fuelL() * (isEven(window) ? 1.02 : 0.83));

        assertThat(decision(onSome)).isEqualTo(Decision.CHALLENGE);
    }

    @Test
    void letsWhatIsSurelyBetterByLessThanTheMarginChallenge() {
        FuelModel byAHair = model(window -> window.fuelL() * (isEven(window) ? 1.0995 : 0.9005));

        assertThat(decision(byAHair)).isEqualTo(Decision.CHALLENGE);
    }

    @Test
    void discardsWhatIsNoBetter() {
        assertThat(decision(CHAMPION)).isEqualTo(Decision.DISCARD);
        assertThat(decision(model(window -> window.fuelL() * 1.2))).isEqualTo(Decision.DISCARD);
    }

    private static Decision decision(FuelModel candidate) {
        return new HeadToHead(WINDOWS, CHAMPION, candidate, 1, 7).decision();
    }

    private static boolean isEven(FuelWindow window) {
        return Integer.parseInt(window.machineId().substring(1)) % 2 == 0;
    }

    private static FuelModel model(ToDoubleFunction<FuelWindow> litres) {
        return new FuelModel() {
            @Override
            public String name() {
                return "fuel-window";
            }

            @Override
            public String version() {
                return "1";
            }

            @Override
            public boolean covers(FuelWindow window) {
                return true;
            }

            @Override
            public double expectedLitres(FuelWindow window) {
                return litres.applyAsDouble(window);
            }

            @Override
            public Expectation expect(FuelWindow window) {
                return Expectation.of(expectedLitres(window));
            }

            @Override
            public ScoredWindow score(FuelWindow window) {
                double expectedL = expectedLitres(window);
                return new ScoredWindow(
                        window, expectedL, window.fuelL() - expectedL, expectedL, name(), "1");
            }
        };
    }
}
