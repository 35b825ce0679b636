package io.fueloptimine.models.training.linear;

/** Sums that keep their digits. */
final class Sums {

    private Sums() {}

    /**
     * The mean, summed as distances from the first value: values that are all equal have exactly
     * that mean, and a large offset costs no digits. NaN of none.
     */
    static double mean(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double distances = 0;
        for (double value : values) {
            distances += value - values[0];
        }
        return values[0] + distances / values.length;
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
