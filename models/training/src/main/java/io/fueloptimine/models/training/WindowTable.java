package io.fueloptimine.models.training;

import io.fueloptimine.models.fuel.FuelFeatures;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.mine.FuelWindow;
import io.fueloptimine.models.training.table.RowOrigin;
import io.fueloptimine.models.training.table.TrainingTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Fuel windows as a training table: {@link FuelFeatures}, and litres per covered minute. */
final class WindowTable {

    private static final Comparator<FuelWindow> IN_ORDER =
            Comparator.comparing(FuelWindow::start).thenComparing(FuelWindow::machineId);

    private WindowTable() {}

    /** The windows of haul trucks of known classes, in order of time whatever theirs is. */
    static List<FuelWindow> known(List<FuelWindow> windows, MachineClasses classes) {
        return windows.stream()
                .filter(window -> classes.truck(window.equipmentClass()) != null)
                .filter(window -> window.coveredS() > 0)
                .sorted(IN_ORDER)
                .toList();
    }

    static TrainingTable of(List<FuelWindow> windows, MachineClasses classes) {
        int width = FuelFeatures.NAMES.size();
        float[] values = new float[windows.size() * width];
        float[] labels = new float[windows.size()];
        List<RowOrigin> origins = new ArrayList<>(windows.size());
        for (int row = 0; row < labels.length; row++) {
            FuelWindow window = windows.get(row);
            System.arraycopy(FuelFeatures.of(window, classes), 0, values, row * width, width);
            labels[row] = (float) (window.fuelL() / FuelFeatures.minutes(window));
            origins.add(origin(window));
        }
        return new TrainingTable(FuelFeatures.NAMES, values, labels, origins);
    }

    private static RowOrigin origin(FuelWindow window) {
        return new RowOrigin(
                window.machineId(),
                window.equipmentClass(),
                window.start(),
                null,
                null,
                FuelFeatures.minutes(window));
    }
}
