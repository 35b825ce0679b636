package io.fueloptimine.models.training.linear;

import java.util.Arrays;

/**
 * One column of the training rows, as the model remembers it.
 *
 * @param index its place in a row
 * @param mean of the values present, which stands for a missing one; NaN when none is present
 * @param length of the centred column, {@code sqrt(sum (x - mean)^2)}
 * @param rawLength of the column as it came, missing values filled
 */
record Column(String name, int index, double mean, double length, double rawLength) {

    static Column of(String name, int index, double[][] rows) {
        double[] present =
                Arrays.stream(rows)
                        .mapToDouble(row -> row[index])
                        .filter(value -> !Double.isNaN(value))
                        .toArray();
        double mean = Sums.mean(present);
        double squares = Sums.squaresAbout(mean, present);
        double rawLength = Math.sqrt(squares + rows.length * mean * mean);
        return new Column(name, index, mean, Math.sqrt(squares), rawLength);
    }

    boolean isEmpty() {
        return Double.isNaN(mean);
    }

    /**
     * Whether the share of the centred column that others do not explain is next to nothing beside
     * the column itself.
     *
     * @param unexplained share of the centred length, 0 to 1
     */
    boolean adds(double unexplained, double tolerance) {
        return unexplained * length > tolerance * rawLength;
    }

    /** How far a row's value lies from the mean; a missing one lies on it. */
    double centred(double[] row) {
        double value = row[index];
        return Double.isNaN(value) ? 0 : value - mean;
    }
}
