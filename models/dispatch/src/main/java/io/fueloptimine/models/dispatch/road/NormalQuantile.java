package io.fueloptimine.models.dispatch.road;

/** Quantiles of the standard normal distribution. */
public final class NormalQuantile {

    private static final double LARGEST = 10;
    private static final int HALVINGS = 60;
    private static final int STEPS = 2_000;

    private NormalQuantile() {}

    /**
     * The value that a standard normal number exceeds with the given probability, from 0 to 10.
     *
     * @param probability above 0, at most 0.5
     */
    public static double upper(double probability) {
        double low = 0;
        double high = LARGEST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (exceeding(middle) > probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Simpson's rule from the value to {@link #LARGEST} above it. */
    private static double exceeding(double value) {
        double width = LARGEST / STEPS;
        double sum = density(value) + density(value + LARGEST);
        for (int i = 1; i < STEPS; i++) {
            sum += (i % 2 == 0 ? 2 : 4) * density(value + i * width);
        }
        return sum * width / 3;
    }

    private static double density(double value) {
        return Math.exp(-value * value / 2) / Math.sqrt(2 * Math.PI);
    }
}
