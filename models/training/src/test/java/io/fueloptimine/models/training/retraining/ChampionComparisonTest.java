package io.fueloptimine.models.training.retraining;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.fuel.FuelModel;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChampionComparisonTest {

    private static final List<FuelWindow> WINDOWS = Fleet.history(30, 1, minute -> 1);

    /**
     * Half of the trucks are expected 10 % too much by the champion, the others 10 % too little.
     */
    private static final FuelModel CHAMPION =
            Fleet.model(window -> window.fuelL() * (isEven(window) ? 1.1 : 0.9));

    @Test
    void promotesACandidateThatIsBetterOnAllTrucks() {
        assertThat(decision(Fleet.model(window -> window.fuelL() * 1.05)))
                .isEqualTo(RetrainingDecision.PROMOTE);
    }

    @Test
    void makesACandidateThatIsBetterOnSomeTrucksTheChallenger() {
        FuelModel onSome = Fleet.model(window -> window.fuelL() * (isEven(window) ? 1.02 : 0.83));

        assertThat(decision(onSome)).isEqualTo(RetrainingDecision.CHALLENGE);
    }

    @Test
    void makesACandidateThatIsBetterOnAllOfFourTrucksTheChallenger() {
        List<FuelWindow> ofFour =
                WINDOWS.stream().filter(w -> w.machineId().compareTo("T104") < 0).toList();
        FuelModel better = Fleet.model(window -> window.fuelL() * 1.05);

        ChampionComparison comparison = new ChampionComparison(ofFour, CHAMPION, better, 1, 7);

        assertThat(comparison.decision()).isEqualTo(RetrainingDecision.CHALLENGE);
        assertThat(comparison.figures()).endsWith("which needs at least 5 machines");
    }

    @Test
    void makesACandidateThatIsBetterByLessThanTheMarginTheChallenger() {
        FuelModel byAHair =
                Fleet.model(window -> window.fuelL() * (isEven(window) ? 1.0995 : 0.9005));

        assertThat(decision(byAHair)).isEqualTo(RetrainingDecision.CHALLENGE);
    }

    @Test
    void discardsACandidateThatIsNotBetter() {
        assertThat(decision(CHAMPION)).isEqualTo(RetrainingDecision.DISCARD);
        assertThat(decision(Fleet.model(window -> window.fuelL() * 1.2)))
                .isEqualTo(RetrainingDecision.DISCARD);
    }

    private static RetrainingDecision decision(FuelModel candidate) {
        return new ChampionComparison(WINDOWS, CHAMPION, candidate, 1, 7).decision();
    }

    private static boolean isEven(FuelWindow window) {
        return Integer.parseInt(window.machineId().substring(1)) % 2 == 0;
    }
}
