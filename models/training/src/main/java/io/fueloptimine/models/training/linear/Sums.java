package io.fueloptimine.models.training.linear;

/** Numerically stable sums. */
final class Sums {

    private Sums() {}

    /**
     * The mean, computed from the differences to the first value, so that the mean of equal values
     * is exactly that value and a large offset does not reduce the precision. NaN for no values.
     */
    static double mean(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double differences = 0;
        for (double value : values) {
            differences += value - values[0];
        }
        return values[0] + differences / values.length;
    }

    static double squaresAbout(double centre, double[] values) {
        double squares = 0;
        for (double value : values) {
            squares += (value - centre) * (value - centre);
        }
        return squares;
    }

    static double squares(double[] values) {
        return squaresAbout(0, values);
    }
}
