package io.fueloptimine.jobs.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fueloptimine.jobs.training.fleet.FleetMappingFile;
import io.fueloptimine.models.fuel.refuel.WorkItem;
import io.fueloptimine.models.training.refuel.RefuelEvaluation;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the README says of a real mine's 425 intervals, held. */
class MineZITCase {

    private static RefuelResult result;

    @BeforeAll
    static void learnFromTheRealMine() {
        Path folder = MineZ.folder().orElse(null);
        assumeTrue(folder != null, "no real mine's records; " + MineZ.SETTING + " names them");
        result = new RefuelTraining(FleetMappingFile.read(MineZ.mapping())).train(folder);
    }

    @Test
    void usesTheIntervalsOfAllTrucksWithRefuellings() {
        assertThat(result.data().intervals()).isEqualTo(425);
        assertThat(result.data().trucks()).isEqualTo(45);
        assertThat(result.data().report().byRule())
                .isEqualTo(Map.of("cycle-without-tonnes", 10, "repeated", 53));
    }

    @Test
    void explainsMoreThanHalfOfTheVarianceOnTrucksItNeverSaw() {
        RefuelEvaluation own = evaluation("work model");

        assertThat(own.evaluation().metrics().r2()).isGreaterThanOrEqualTo(0.53);
        assertThat(own.evaluation().metrics().mapePct()).isLessThanOrEqualTo(7);
        assertThat(own.groupings().orElseThrow().r2().mean()).isGreaterThanOrEqualTo(0.53);
        assertThat(own.groupings().orElseThrow().mapePct().mean()).isLessThanOrEqualTo(7);
    }

    @Test
    void everyBaselineDoesWorse() {
        double own = evaluation("work model").evaluation().metrics().rmseL();

        for (String baseline : new String[] {"XGBoost", "OLS", "physics", "mean"}) {
            assertThat(evaluation(baseline).evaluation().metrics().rmseL())
                    .as(baseline)
                    .isGreaterThan(own);
        }
    }

    @Test
    void itsPricesAreThoseOfATruckOfThatSize() {
        Map<WorkItem, Double> prices = result.model().litresPerUnit();

        assertThat(prices.get(WorkItem.SHORT_STOP_H)).as("idling, L/h").isEqualTo(53, within(10.0));
        assertThat(prices.get(WorkItem.LONG_STOP_H)).as("standing, L/h").isLessThan(25);
        assertThat(prices.get(WorkItem.LOADED_H)).as("loaded, L/h").isBetween(150.0, 300.0);
    }

    private static RefuelEvaluation evaluation(String name) {
        return result.evaluations().stream()
                .filter(evaluation -> evaluation.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
