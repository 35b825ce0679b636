package io.fueloptimine.models.training.refuel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.refuel.RefuelInterval;
import io.fueloptimine.models.fuel.refuel.RefuelModel;
import io.fueloptimine.models.fuel.refuel.WorkItem;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.training.evaluation.Measure;
import io.fueloptimine.models.training.evaluation.Rows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RefuelComparisonTest {

    private static final List<RefuelInterval> NOISY = SyntheticIntervals.of(12, 100, 0, 1);
    private static final RefuelComparison TRIAL =
            new RefuelComparison(Optional.of(MachineClasses.standard().truck("930E")));
    private static final List<RefuelEvaluation> EVALUATIONS = TRIAL.crossValidate(NOISY);

    @Test
    void recoversTheCoefficientsBehindTheLitres() {
        RefuelModel model = RefuelTrainer.train(SyntheticIntervals.of(40, 20, 0, 3));

        assertThat(model.litresPerUnit().get(WorkItem.LOADED_H)).isEqualTo(250, within(15.0));
        assertThat(model.litresPerUnit().get(WorkItem.CLIMB_KTKM)).isEqualTo(450, within(30.0));
        assertThat(model.litresPerUnit().get(WorkItem.LONG_STOP_H)).isZero();
    }

    @Test
    void rejectsTooFewIntervals() {
        assertThatThrownBy(() -> RefuelTrainer.train(NOISY.subList(0, 20)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("20 usable intervals")
                .hasMessageContaining("at least 26");
        assertThatThrownBy(() -> TRIAL.crossValidate(SyntheticIntervals.of(4, 100, 0, 1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("4 trucks");
    }

    @Test
    void evaluatesEachMethodOnUnseenTrucks() {
        assertThat(EVALUATIONS)
                .extracting(RefuelEvaluation::name)
                .containsExactly(
                        "work model",
                        "work model + truck's earlier refuellings",
                        "XGBoost",
                        "OLS",
                        "physics",
                        "mean");
        RefuelEvaluation own = EVALUATIONS.get(0);
        assertThat(own.evaluation().metrics().rows()).isEqualTo(NOISY.size());
        assertThat(own.evaluation().metrics().rmseL()).isEqualTo(105, within(15.0));
        assertThat(Rows.contains(own.evaluation().interval(Measure.R2), r2(EVALUATIONS, 0)))
                .isTrue();
        assertThat(r2(EVALUATIONS, 0)).isGreaterThan(r2(EVALUATIONS, 2));
        assertThat(r2(EVALUATIONS, 5)).isLessThanOrEqualTo(0);
    }

    @Test
    void showsTheVariationOverAssignmentsOfTrucks() {
        RefuelEvaluation.Groupings groupings = EVALUATIONS.get(0).groupings().orElseThrow();

        assertThat(groupings.r2().mean()).isEqualTo(r2(EVALUATIONS, 0), within(0.05));
        assertThat(groupings.r2().deviation()).isPositive().isLessThan(0.05);
        assertThat(groupings.mapePct().deviation()).isPositive();
    }

    @Test
    void givesEqualResultsForIntervalsInAnyOrder() {
        List<RefuelInterval> shuffled = new ArrayList<>(NOISY);
        Collections.shuffle(shuffled, new Random(3));

        assertThat(TRIAL.crossValidate(shuffled)).isEqualTo(EVALUATIONS);
    }

    @Test
    void isMoreAccurateWithTheHistoryOfATruckWhereTrucksDiffer() {
        List<RefuelEvaluation> evaluations =
                TRIAL.crossValidate(SyntheticIntervals.of(12, 60, 150, 5));

        assertThat(r2(evaluations, 1)).isGreaterThan(r2(evaluations, 0) + 0.02);
    }

    @Test
    void evaluatesAModelOnTheIntervalsOfAnotherMine() {
        List<RefuelEvaluation> evaluations =
                TRIAL.transfer(
                        SyntheticIntervals.of(12, 40, 0, 1), SyntheticIntervals.of(6, 40, 0, 2));

        assertThat(evaluations.get(0).evaluation().metrics().rmseL()).isEqualTo(42, within(8.0));
        assertThat(evaluations.get(0).groupings()).isEmpty();
    }

    @Test
    void showsTheShareOfTheErrorInTheWorstIntervals() {
        List<RefuelInterval> spoilt = new ArrayList<>(NOISY);
        RefuelInterval first = spoilt.get(0);
        spoilt.set(
                0,
                new RefuelInterval(
                        first.truckId(),
                        first.equipmentClass(),
                        first.from(),
                        first.to(),
                        first.cycles(),
                        first.work(),
                        first.dispensedL() + 3_000));

        assertThat(TRIAL.crossValidate(spoilt).get(0).worstShare()).isGreaterThan(0.8);
        assertThat(EVALUATIONS.get(0).worstShare()).isLessThan(0.2);
    }

    private static double r2(List<RefuelEvaluation> evaluations, int index) {
        return evaluations.get(index).evaluation().metrics().r2();
    }
}
