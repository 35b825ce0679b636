package io.fueloptimine.models.training.refuel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.refuel.RefuelInterval;
import io.fueloptimine.models.fuel.refuel.RefuelModel;
import io.fueloptimine.models.fuel.refuel.WorkItem;
import io.fueloptimine.models.training.TrainingException;
import io.fueloptimine.models.training.evaluation.Measure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RefuelTrialTest {

    private static final List<RefuelInterval> NOISY = MadeUpIntervals.of(12, 100, 0, 1);
    private static final RefuelTrial TRIAL =
            new RefuelTrial(Optional.of(MachineClasses.standard().truck("930E")));
    private static final List<RefuelVerdict> VERDICTS = TRIAL.crossValidate(NOISY);

    @Test
    void learnsThePricesThatMadeTheLitres() {
        RefuelModel model = RefuelTrainer.train(MadeUpIntervals.of(40, 20, 0, 3));

        assertThat(model.litresPerUnit().get(WorkItem.LOADED_H)).isEqualTo(250, within(15.0));
        assertThat(model.litresPerUnit().get(WorkItem.CLIMB_KTKM)).isEqualTo(450, within(30.0));
        assertThat(model.litresPerUnit().get(WorkItem.LONG_STOP_H)).isZero();
    }

    @Test
    void refusesToLearnFromNextToNothing() {
        assertThatThrownBy(() -> RefuelTrainer.train(NOISY.subList(0, 20)))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("20 usable intervals")
                .hasMessageContaining("at least 26");
        assertThatThrownBy(() -> TRIAL.crossValidate(MadeUpIntervals.of(4, 100, 0, 1)))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("4 trucks");
    }

    @Test
    void judgesEveryWayOnTrucksItNeverSaw() {
        assertThat(VERDICTS)
                .extracting(RefuelVerdict::name)
                .containsExactly(
                        "work model",
                        "work model + truck's earlier refuellings",
                        "XGBoost",
                        "OLS",
                        "physics",
                        "mean");
        RefuelVerdict own = VERDICTS.get(0);
        assertThat(own.judgement().metrics().rows()).isEqualTo(NOISY.size());
        assertThat(own.judgement().metrics().rmseL()).isEqualTo(105, within(15.0));
        assertThat(own.judgement().interval(Measure.R2).contains(r2(VERDICTS, 0))).isTrue();
        assertThat(r2(VERDICTS, 0)).isGreaterThan(r2(VERDICTS, 2));
        assertThat(r2(VERDICTS, 5)).isLessThanOrEqualTo(0);
    }

    @Test
    void tellsHowFiguresVaryWithTheDealOfTheTrucks() {
        RefuelVerdict.Groupings groupings = VERDICTS.get(0).groupings().orElseThrow();

        assertThat(groupings.r2().mean()).isEqualTo(r2(VERDICTS, 0), within(0.05));
        assertThat(groupings.r2().deviation()).isPositive().isLessThan(0.05);
        assertThat(groupings.mapePct().deviation()).isPositive();
    }

    @Test
    void theSameIntervalsInAnyOrderGiveTheSameVerdicts() {
        List<RefuelInterval> shuffled = new ArrayList<>(NOISY);
        Collections.shuffle(shuffled, new Random(3));

        assertThat(TRIAL.crossValidate(shuffled)).isEqualTo(VERDICTS);
    }

    @Test
    void aTrucksOwnHistoryHelpsWhereTrucksDiffer() {
        List<RefuelVerdict> verdicts = TRIAL.crossValidate(MadeUpIntervals.of(12, 60, 150, 5));

        assertThat(r2(verdicts, 1)).isGreaterThan(r2(verdicts, 0) + 0.02);
    }

    @Test
    void judgesAnotherMinesIntervalsByWhatThisOneTaught() {
        List<RefuelVerdict> verdicts =
                TRIAL.transfer(MadeUpIntervals.of(12, 40, 0, 1), MadeUpIntervals.of(6, 40, 0, 2));

        assertThat(verdicts.get(0).judgement().metrics().rmseL()).isEqualTo(42, within(8.0));
        assertThat(verdicts.get(0).groupings()).isEmpty();
    }

    @Test
    void tellsHowMuchOfTheErrorAFewIntervalsHold() {
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
        assertThat(VERDICTS.get(0).worstShare()).isLessThan(0.2);
    }

    private static double r2(List<RefuelVerdict> verdicts, int index) {
        return verdicts.get(index).judgement().metrics().r2();
    }
}
