package io.fueloptimine.models.drift;

import java.util.Optional;

/**
 * Detects changes of the mean without a known target, by the test of Hinkley, "Inference about the
 * change-point from cumulative sum tests", Biometrika 58 (1971), after Page. On each side, the
 * distances of the samples from the mean of all samples so far, beyond the tolerance, are summed
 * up. When a sum exceeds its lowest value by more than the threshold, the mean has changed. The
 * estimated start is where the sum was lowest.
 *
 * <p>After a change, the mean is taken anew. A mean that creeps is followed by the mean so far, so
 * that slow wear needs a {@link Cusum} with a fixed target. Not thread-safe.
 */
public final class PageHinkley implements ChangeDetector {

    private final PageHinkleySettings settings;
    private final TwoSidedSums sums;

    /** Creates a detector that continues from a saved state. */
    public PageHinkley(PageHinkleySettings settings, SumsState state) {
        this.settings = settings;
        this.sums = new TwoSidedSums(state);
    }

    /** A copy of the state. */
    public SumsState state() {
        return sums.state();
    }

    @Override
    public long width() {
        return sums.samples();
    }

    @Override
    public double mean() {
        return sums.mean();
    }

    @Override
    public Optional<MeanChange> add(double sample) {
        sums.count(ChangeDetector.requireFinite(sample));
        if (sums.samples() < settings.minSamples()) {
            return Optional.empty();
        }
        return sums.add(sample, sums.mean(), settings.tolerance(), settings.threshold());
    }
}
