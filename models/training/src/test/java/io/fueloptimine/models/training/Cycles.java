package io.fueloptimine.models.training;

import io.fueloptimine.models.fuel.CycleFeatures;
import io.fueloptimine.models.training.table.RowOrigin;
import io.fueloptimine.models.training.table.TrainingTable;
import java.util.Random;
import java.util.stream.IntStream;

/** Tables of haul cycles for tests. */
final class Cycles {

    private static final int TRUCKS = 6;

    private Cycles() {}

    /** Random features; a cycle burns 60 L less its lift's share. */
    static TrainingTable thatBurnLessForMoreLift(int rows) {
        int width = CycleFeatures.NAMES.size();
        int lift = CycleFeatures.NAMES.indexOf("lift_m");
        Random random = new Random(1);
        float[] values = new float[rows * width];
        float[] labels = new float[rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < width; column++) {
                values[row * width + column] = random.nextFloat();
            }
            values[row * width + lift] = 300 * random.nextFloat();
            labels[row] = 60 - 0.1f * values[row * width + lift];
        }
        return new TrainingTable(
                CycleFeatures.NAMES,
                values,
                labels,
                IntStream.range(0, rows).mapToObj(Cycles::origin).toList());
    }

    private static RowOrigin origin(int row) {
        return new RowOrigin(
                "T" + row % TRUCKS,
                "930E",
                SyntheticWindows.START.plusSeconds(600L * (row / TRUCKS)),
                null,
                null,
                1);
    }
}
