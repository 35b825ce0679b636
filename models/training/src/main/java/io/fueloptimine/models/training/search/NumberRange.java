package io.fueloptimine.models.training.search;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The range of a parameter's coordinates. Each integer covers the half step on either side of it,
 * so that the lowest and the highest integer are as likely as the others. Immutable.
 *
 * @param low the lowest coordinate
 * @param high the highest coordinate
 * @param halfStep 0.5 for integers, 0 for real numbers
 * @param scale the scale on which all coordinates are equally likely
 */
public record NumberRange(double low, double high, double halfStep, ParameterScale scale) {

    static NumberRange ofReals(double low, double high, ParameterScale scale) {
        return new NumberRange(low, high, 0, scale);
    }

    static NumberRange ofIntegers(int low, int high) {
        return new NumberRange(low, high, 0.5, ParameterScale.LINEAR);
    }

    /** A random coordinate, uniform on the scale. */
    double draw(SplittableRandom random) {
        double lowEdge = lowerEdge(low);
        return nearest(lowEdge + random.nextDouble() * (upperEdge(high) - lowEdge));
    }

    /**
     * The kernels around the observed coordinates, in the order of the coordinates, and the prior
     * as the last kernel.
     */
    GaussianKernels kernels(double[] observed) {
        return new GaussianKernels(this, Arrays.stream(observed).map(scale::toScale).toArray());
    }

    boolean isInteger() {
        return halfStep > 0;
    }

    /** The lower edge of the interval that a coordinate covers, on the scale. */
    double lowerEdge(double coordinate) {
        return scale.toScale(coordinate - halfStep);
    }

    /** The upper edge of the interval that a coordinate covers, on the scale. */
    double upperEdge(double coordinate) {
        return scale.toScale(coordinate + halfStep);
    }

    /** The coordinate whose interval contains a position on the scale. */
    double nearest(double scaled) {
        double number = scale.fromScale(scaled);
        return Math.min(high, Math.max(low, isInteger() ? Math.rint(number) : number));
    }
}
