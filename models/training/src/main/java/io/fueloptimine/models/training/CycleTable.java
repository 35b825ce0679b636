package io.fueloptimine.models.training;

import io.fueloptimine.models.fuel.CycleFeatures;
import io.fueloptimine.models.fuel.GradeBand;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.training.table.AverageLitres;
import io.fueloptimine.models.training.table.RowOrigin;
import io.fueloptimine.models.training.table.TrainingTable;
import java.util.Comparator;
import java.util.List;

/**
 * Haul cycles as a training table. The features are {@link CycleFeatures}, the label is the litres
 * of the cycle divided by the litres of its work ({@link CycleFeatures#workL}). This ratio varies
 * less than the litres, so that some thousand cycles are enough for boosted trees.
 */
public final class CycleTable {

    private static final Comparator<HaulCycle> IN_ORDER =
            Comparator.comparing(HaulCycle::emptyAt).thenComparing(HaulCycle::truckId);

    private CycleTable() {}

    /**
     * Creates the table, in order of time. It contains the cycles that have litres from the truck's
     * own fuel counter, a known truck class and no flags.
     */
    public static TrainingTable of(List<HaulCycle> cycles, MachineClasses classes) {
        return of(cycles, classes, AverageLitres.UNKNOWN);
    }

    /**
     * Creates the table, in order of time, as {@link #of(List, MachineClasses)} does.
     *
     * @param average the litres of an average truck and operator
     */
    public static TrainingTable of(
            List<HaulCycle> cycles, MachineClasses classes, AverageLitres average) {
        List<HaulCycle> known =
                cycles.stream()
                        .filter(cycle -> classes.truck(cycle.equipmentClass()) != null)
                        .filter(cycle -> cycle.fuelL() != null && cycle.fuelL() > 0)
                        .filter(cycle -> cycle.flags().isEmpty())
                        .filter(cycle -> CycleFeatures.workL(cycle, classes) > 0)
                        .sorted(IN_ORDER)
                        .toList();
        int width = CycleFeatures.NAMES.size();
        float[] values = new float[known.size() * width];
        float[] labels = new float[known.size()];
        for (int row = 0; row < labels.length; row++) {
            float[] features = CycleFeatures.of(known.get(row), classes);
            System.arraycopy(features, 0, values, row * width, width);
            labels[row] = (float) (known.get(row).fuelL() / exposureL(known.get(row), classes));
        }
        return new TrainingTable(
                CycleFeatures.NAMES,
                values,
                labels,
                known.stream().map(cycle -> origin(cycle, classes, average)).toList());
    }

    private static RowOrigin origin(
            HaulCycle cycle, MachineClasses classes, AverageLitres average) {
        String route =
                cycle.loadLocationId() == null || cycle.dumpLocationId() == null
                        ? null
                        : cycle.loadLocationId() + " -> " + cycle.dumpLocationId();
        return new RowOrigin(
                cycle.truckId(),
                cycle.equipmentClass(),
                cycle.emptyAt(),
                route,
                GradeBand.of(CycleFeatures.fullGradePct(cycle)),
                exposureL(cycle, classes),
                average.of(cycle.truckId(), cycle.assignedAt(), cycle.emptyAt()));
    }

    /** The litres of the work, rounded to single precision like the feature. */
    private static double exposureL(HaulCycle cycle, MachineClasses classes) {
        return (float) CycleFeatures.workL(cycle, classes);
    }
}
