package io.fueloptimine.models.training.linear;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Rows of columns that lean on one another, and labels on a known line with an uneven spread.
 *
 * @param slopes of the known line, whose intercept is {@link #INTERCEPT}
 */
record SyntheticRows(List<String> names, double[][] rows, double[] labels, double[] slopes) {

    static final double INTERCEPT = 40;

    static SyntheticRows of(int count, int columns, long seed) {
        Random random = new Random(seed);
        double[] slopes = IntStream.range(0, columns).mapToDouble(j -> 1.5 * j - 2).toArray();
        double[][] rows = new double[count][columns];
        double[] labels = new double[count];
        for (int i = 0; i < count; i++) {
            double shared = random.nextGaussian();
            labels[i] = INTERCEPT + random.nextGaussian() * Math.exp(0.3 * shared);
            for (int j = 0; j < columns; j++) {
                rows[i][j] = 100 * j + (j + 1) * (shared + random.nextGaussian());
                labels[i] += slopes[j] * rows[i][j];
            }
        }
        List<String> names = IntStream.range(0, columns).mapToObj(j -> "c" + j).toList();
        return new SyntheticRows(names, rows, labels, slopes);
    }

    LinearModel fit() {
        return LinearModel.fit(names, rows, labels);
    }
}
