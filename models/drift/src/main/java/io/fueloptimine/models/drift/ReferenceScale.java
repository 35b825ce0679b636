package io.fueloptimine.models.drift;

/**
 * Brings errors of any scale to the one that detectors expect. An error's distance from the
 * reference mean is divided by the reference spread, bounded, and mapped to 0 to 1:
 *
 * <pre>sample = 1/2 + min(bound, max(-bound, (error - mean) / spread)) / (2 bound)</pre>
 *
 * <p>Samples then have a range of one, as ADWIN's theorem assumes, whatever the scale of the errors
 * was. A single wild error counts no more than {@code bound} spreads. The mean and the spread are
 * those of the champion's own errors on data that it was not trained on.
 *
 * <p>The constructor throws an {@link IllegalArgumentException} for a value out of range. Immutable
 * and thread-safe.
 *
 * @param mean the mean of the reference errors
 * @param spread their standard deviation, above 0
 * @param bound the largest distance from the mean that counts, in spreads, above 0
 */
public record ReferenceScale(double mean, double spread, double bound) {

    public ReferenceScale {
        ChangeDetector.requireFinite(mean);
        requirePositive(spread, "spread");
        requirePositive(bound, "bound");
    }

    /** The sample of an error, 0 to 1. */
    public double sample(double error) {
        double spreads = (ChangeDetector.requireFinite(error) - mean) / spread;
        return 0.5 + Math.max(-bound, Math.min(bound, spreads)) / (2 * bound);
    }

    /** The error that a sample, or a mean of samples, stands for. */
    public double error(double sample) {
        return mean + (sample - 0.5) * 2 * bound * spread;
    }

    private static void requirePositive(double value, String name) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + ": " + value + ", expected a number above 0");
        }
    }
}
