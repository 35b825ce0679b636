package io.fueloptimine.jobs.training;

import io.fueloptimine.jobs.training.fleet.FleetHistory;
import io.fueloptimine.jobs.training.fleet.FleetMapping;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.refuel.IntervalFilter;
import io.fueloptimine.models.fuel.refuel.RefuelInterval;
import io.fueloptimine.models.fuel.refuel.RefuelIntervals;
import io.fueloptimine.models.fuel.refuel.WorkItem;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.training.refuel.RefuelComparison;
import io.fueloptimine.models.training.refuel.RefuelTrainer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The training of {@code fuel train --fms}. The model predicts the litres between two refuellings
 * of a truck; it is trained and evaluated on the records of a fleet management system. All trucks
 * must be of one class. The same files give the same result.
 */
public final class RefuelTraining {

    /** Minimum number of usable intervals for a cross-validation. */
    private static final int FEWEST_TO_CROSS_VALIDATE = 2 * RefuelTrainer.FEWEST_INTERVALS;

    private final FleetMapping mapping;
    private final RefuelComparison trial;

    /**
     * @param mapping the mapping of file and column names; if the mapping's class of trucks is a
     *     standard class, the evaluation includes the physics baseline
     */
    public RefuelTraining(FleetMapping mapping) {
        this.mapping = mapping;
        this.trial =
                new RefuelComparison(
                        Optional.ofNullable(
                                MachineClasses.standard().truck(mapping.equipmentClass())));
    }

    /**
     * Trains the model on all intervals of a folder, and evaluates it by cross-validation with the
     * trucks divided into folds.
     *
     * @throws InvalidInputException when the files cannot be used or contain too few records
     */
    public RefuelResult train(Path folder) {
        FleetHistory history = FleetHistory.read(folder, mapping);
        List<RefuelInterval> usable = usable(history);
        RefuelData data = RefuelData.of(history, usable);
        require(folder, history, "usable intervals", data.intervals(), FEWEST_TO_CROSS_VALIDATE);
        require(
                folder,
                history,
                "trucks with usable intervals",
                data.trucks(),
                RefuelComparison.FOLDS);
        return new RefuelResult(
                data, RefuelTrainer.train(usable), trial.crossValidate(usable), leftOut(history));
    }

    /**
     * Trains the model on the folder {@code trainedOn} and evaluates it on {@code folder}. Both
     * folders must have the same format. If one folder does not contain the lift (difference in
     * elevation) of haul cycles, the lift in the other folder is ignored, because it would bias the
     * evaluation.
     *
     * @throws InvalidInputException when the files cannot be used or contain too few records
     */
    public RefuelResult evaluate(Path folder, Path trainedOn) {
        FleetHistory known = FleetHistory.read(trainedOn, mapping);
        FleetHistory history = FleetHistory.read(folder, mapping);
        boolean climbs = tellsLifts(known) && tellsLifts(history);
        List<RefuelInterval> training = climbs ? usable(known) : withoutClimbs(usable(known));
        List<RefuelInterval> predictions =
                climbs ? usable(history) : withoutClimbs(usable(history));
        require(
                trainedOn,
                known,
                "usable intervals",
                training.size(),
                RefuelTrainer.FEWEST_INTERVALS);
        require(folder, history, "usable intervals", predictions.size(), 1);
        return new RefuelResult(
                RefuelData.of(history, predictions),
                RefuelTrainer.train(training),
                trial.transfer(training, predictions),
                Stream.concat(leftOut(trainedOn, known).stream(), leftOut(folder, history).stream())
                        .toList());
    }

    private static boolean tellsLifts(FleetHistory history) {
        return history.cycles().stream().anyMatch(cycle -> cycle.liftM() != null);
    }

    private static List<RefuelInterval> withoutClimbs(List<RefuelInterval> intervals) {
        return intervals.stream()
                .map(i -> i.withWork(i.work().without(WorkItem.CLIMB_KTKM)))
                .toList();
    }

    private static void require(
            Path folder, FleetHistory history, String what, int found, int least) {
        if (found < least) {
            List<String> lines = new ArrayList<>();
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "fleet records in %s hold %d %s between refuellings, expected at least"
                                    + " %d",
                            folder,
                            found,
                            what,
                            least));
            lines.addAll(leftOut(history));
            throw new InvalidInputException(lines);
        }
    }

    private static List<String> leftOut(FleetHistory history) {
        List<String> lines = new ArrayList<>(history.report().lines());
        List<RefuelInterval> all = RefuelIntervals.of(history.cycles(), history.refuels());
        int unused = all.size() - usable(history).size();
        if (unused > 0) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "Unused intervals between refuellings: %,d of %,d, expected %s",
                            unused,
                            all.size(),
                            IntervalFilter.STANDARD.text()));
        }
        return lines;
    }

    private static List<String> leftOut(Path folder, FleetHistory history) {
        return leftOut(history).stream().map(line -> folder + ": " + line.strip()).toList();
    }

    private static List<RefuelInterval> usable(FleetHistory history) {
        return RefuelIntervals.of(history.cycles(), history.refuels()).stream()
                .filter(IntervalFilter.STANDARD::takes)
                .toList();
    }
}
