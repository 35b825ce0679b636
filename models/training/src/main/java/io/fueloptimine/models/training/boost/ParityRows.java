package io.fueloptimine.models.training.boost;

import io.fueloptimine.models.training.table.RowOrigin;
import io.fueloptimine.models.training.table.TrainingTable;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Random rows for parity checks. A fifth of the values is missing, half of the others lie on a grid
 * so that they equal split values, and the rest have many magnitudes. Rows to score also contain
 * zeros of both signs, denormals, the largest floats and infinities, on which XGBoost does not
 * train.
 */
final class ParityRows {

    private static final int WIDTH = 14;

    /** The average number of values of which one is extreme. */
    private static final int EXTREME_EVERY = 25;

    private static final List<String> FEATURES =
            IntStream.range(0, WIDTH).mapToObj(i -> "f" + i).toList();

    private static final RowOrigin ORIGIN = new RowOrigin("-", "-", Instant.EPOCH, null, null, 1);

    private static final float[] EXTREMES = {
        0f,
        -0f,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        Float.MIN_NORMAL,
        -Float.MIN_NORMAL,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY
    };

    private ParityRows() {}

    /** Creates rows for training. */
    static TrainingTable toTrain(int rows, long seed) {
        Random random = new Random(seed);
        float[] values = values(rows, random);
        float[] labels = new float[rows];
        for (int i = 0; i < rows; i++) {
            labels[i] = label(values, i * WIDTH) + (float) random.nextGaussian();
        }
        return new TrainingTable(FEATURES, values, labels, Collections.nCopies(rows, ORIGIN));
    }

    /** Creates rows for scoring. The labels of these rows are 0. */
    static TrainingTable toScore(int rows, long seed) {
        Random random = new Random(seed);
        float[] values = values(rows, random);
        for (int i = random.nextInt(EXTREME_EVERY); i < values.length; ) {
            values[i] = EXTREMES[random.nextInt(EXTREMES.length)];
            i += 1 + random.nextInt(2 * EXTREME_EVERY);
        }
        float[] labels = new float[rows];
        return new TrainingTable(FEATURES, values, labels, Collections.nCopies(rows, ORIGIN));
    }

    private static float[] values(int rows, Random random) {
        float[] values = new float[rows * WIDTH];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(5) == 0 ? Float.NaN : value(i % WIDTH, random);
        }
        return values;
    }

    private static float value(int column, Random random) {
        double size = Math.pow(10, column % 7 - 3);
        double normal = random.nextGaussian();
        return (float) (size * (random.nextBoolean() ? Math.rint(20 * normal) / 20 : normal));
    }

    /** A function of the present values that is hard to approximate with shallow trees. */
    private static float label(float[] values, int from) {
        double sum = 0;
        for (int column = 0; column < WIDTH; column++) {
            float value = values[from + column];
            double scaled = value / Math.pow(10, column % 7 - 3);
            sum += Float.isNaN(value) ? 1 : Math.sin((1 + column % 4) * scaled) * (1 + column % 3);
        }
        return (float) sum;
    }
}
