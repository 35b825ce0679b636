package io.fueloptimine.models.drift;

import java.util.Optional;

/**
 * Detects lasting changes of the mean of a stream of numbers, in both directions. A detector goes
 * on after a change: what it has dropped does not count any more.
 *
 * <p>Implementations are not thread-safe. A sample without a change allocates nothing once the
 * detector's arrays have their size.
 */
public interface ChangeDetector {

    /**
     * Adds a sample.
     *
     * @param sample a finite number; otherwise an {@link IllegalArgumentException} is thrown and
     *     the detector is unchanged
     * @return the change that was detected with this sample, or empty
     */
    Optional<MeanChange> add(double sample);

    /** The number of samples since the last change, as far as it was found. */
    long width();

    /** The mean of these samples; 0 when there are none. */
    double mean();

    /** Returns the sample, or throws an {@link IllegalArgumentException} if it is not finite. */
    static double requireFinite(double sample) {
        if (!Double.isFinite(sample)) {
            throw new IllegalArgumentException("sample: " + sample + ", expected a finite number");
        }
        return sample;
    }
}
