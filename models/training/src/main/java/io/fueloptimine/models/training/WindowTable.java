package io.fueloptimine.models.training;

import io.fueloptimine.models.fuel.FuelFeatures;
import io.fueloptimine.models.fuel.GradeBand;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.training.table.AverageLitres;
import io.fueloptimine.models.training.table.RowOrigin;
import io.fueloptimine.models.training.table.TrainingTable;
import java.util.Comparator;
import java.util.List;

/**
 * Fuel windows as a training table. The features are {@link FuelFeatures}, the label is the litres
 * per covered minute.
 */
public final class WindowTable {

    private static final Comparator<FuelWindow> IN_ORDER =
            Comparator.comparing(FuelWindow::start).thenComparing(FuelWindow::machineId);

    private static final double METRES_PER_KM = 1_000;

    private WindowTable() {}

    /** Creates the table of the windows of haul trucks of known classes, in order of time. */
    public static TrainingTable of(List<FuelWindow> windows, MachineClasses classes) {
        return of(windows, classes, AverageLitres.UNKNOWN);
    }

    /**
     * Creates the table of the windows of haul trucks of known classes, in order of time.
     *
     * @param average the litres of an average truck and operator
     */
    public static TrainingTable of(
            List<FuelWindow> windows, MachineClasses classes, AverageLitres average) {
        List<FuelWindow> known =
                windows.stream()
                        .filter(window -> classes.truck(window.equipmentClass()) != null)
                        .filter(window -> window.coveredS() > 0)
                        .sorted(IN_ORDER)
                        .toList();
        int width = FuelFeatures.NAMES.size();
        float[] values = new float[known.size() * width];
        float[] labels = new float[known.size()];
        for (int row = 0; row < labels.length; row++) {
            FuelWindow window = known.get(row);
            System.arraycopy(FuelFeatures.of(window, classes), 0, values, row * width, width);
            labels[row] = (float) (window.fuelL() / FuelFeatures.minutes(window));
        }
        return new TrainingTable(
                FuelFeatures.NAMES,
                values,
                labels,
                known.stream().map(window -> origin(window, average)).toList());
    }

    private static RowOrigin origin(FuelWindow window, AverageLitres average) {
        return new RowOrigin(
                window.machineId(),
                window.equipmentClass(),
                window.end(),
                null,
                GradeBand.of(meanGradePct(window)),
                FuelFeatures.minutes(window),
                average.of(window.machineId(), window.start(), window.end()));
    }

    private static double meanGradePct(FuelWindow window) {
        double metres = window.distanceKm() * METRES_PER_KM;
        return metres > 0 ? (window.climbM() - window.descentM()) / metres * 100 : Double.NaN;
    }
}
