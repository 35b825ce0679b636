package io.fueloptimine.models.training.search;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The coordinates of a number. A whole number owns the half step on either side of it, so that the
 * outermost numbers are as likely as the others.
 *
 * @param low the least coordinate
 * @param high the greatest coordinate
 * @param halfStep 0.5 for whole numbers, 0 for real ones
 * @param scale where coordinates are equally likely
 */
record NumberRange(double low, double high, double halfStep, Scale scale) implements Domain {

    static NumberRange ofReals(double low, double high, Scale scale) {
        return new NumberRange(low, high, 0, scale);
    }

    static NumberRange ofIntegers(int low, int high, Scale scale) {
        return new NumberRange(low, high, 0.5, scale);
    }

    @Override
    public double draw(SplittableRandom random) {
        double lowEdge = lowerEdge(low);
        return nearest(lowEdge + random.nextDouble() * (upperEdge(high) - lowEdge));
    }

    @Override
    public Kernels kernels(double[] seen) {
        return new GaussianKernels(this, Arrays.stream(seen).map(scale::of).toArray());
    }

    boolean isWhole() {
        return halfStep > 0;
    }

    /** The lower edge of what a coordinate owns, on the scale. */
    double lowerEdge(double coordinate) {
        return scale.of(coordinate - halfStep);
    }

    /** The upper edge of what a coordinate owns, on the scale. */
    double upperEdge(double coordinate) {
        return scale.of(coordinate + halfStep);
    }

    /** The coordinate that owns a place on the scale. */
    double nearest(double scaled) {
        double number = scale.back(scaled);
        return Math.min(high, Math.max(low, isWhole() ? Math.rint(number) : number));
    }
}
