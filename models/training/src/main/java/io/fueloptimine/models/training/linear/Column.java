package io.fueloptimine.models.training.linear;

import java.util.Arrays;

/**
 * The statistics of one column of the training rows.
 *
 * @param index the index in a row
 * @param mean the mean of the present values, used for missing values; NaN when none is present
 * @param length the length of the centred column, {@code sqrt(sum (x - mean)^2)}
 * @param rawLength the length of the original column with missing values filled
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
     * Whether the column adds information: this is the case when the part of the centred column
     * that other columns do not explain is longer than the tolerance times the length of the
     * original column.
     *
     * @param unexplained the unexplained share of the centred length, 0 to 1
     */
    boolean adds(double unexplained, double tolerance) {
        return unexplained * length > tolerance * rawLength;
    }

    /** The deviation of a row's value from the mean; 0 for a missing value. */
    double centred(double[] row) {
        double value = row[index];
        return Double.isNaN(value) ? 0 : value - mean;
    }
}
