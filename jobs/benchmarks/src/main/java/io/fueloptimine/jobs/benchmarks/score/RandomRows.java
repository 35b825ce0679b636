package io.fueloptimine.jobs.benchmarks.score;

import io.fueloptimine.models.fuel.FuelFeatures;
import io.fueloptimine.models.training.table.RowOrigin;
import io.fueloptimine.models.training.table.TrainingTable;
import java.time.Instant;
import java.util.Collections;
import java.util.Random;

/**
 * Creates random rows with the columns of a fuel window. One value in twenty is missing. The label
 * depends on all columns, so that the trees grow to their full depth. The same seed gives the same
 * rows.
 */
final class RandomRows {

    private static final int ONE_MISSING_IN = 20;
    private static final RowOrigin ORIGIN =
            new RowOrigin("random", null, Instant.EPOCH, null, null, 1);

    private RandomRows() {}

    /** Returns rows in row-major order, with the columns of {@link FuelFeatures#NAMES}. */
    static float[] values(int rows, long seed) {
        Random random = new Random(seed);
        float[] values = new float[rows * FuelFeatures.NAMES.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(ONE_MISSING_IN) == 0 ? Float.NaN : random.nextFloat();
        }
        return values;
    }

    /** Returns the rows of {@link #values} together with labels. */
    static TrainingTable table(int rows, long seed) {
        float[] values = values(rows, seed);
        int width = FuelFeatures.NAMES.size();
        float[] labels = new float[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = label(values, row * width, width);
        }
        return new TrainingTable(
                FuelFeatures.NAMES, values, labels, Collections.nCopies(rows, ORIGIN));
    }

    private static float label(float[] values, int from, int width) {
        double sum = 0;
        for (int i = 0; i < width; i++) {
            float value = values[from + i];
            sum += Float.isNaN(value) ? 0.5 : Math.sin(value * (i + 1));
        }
        return (float) sum;
    }
}
