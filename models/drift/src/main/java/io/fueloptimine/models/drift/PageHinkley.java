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
    private final OneSidedSum rise;
    private final OneSidedSum fall;
    private long samples;
    private double total;

    /** Creates a detector that continues from a saved state. */
    public PageHinkley(PageHinkleySettings settings, PageHinkleyState state) {
        this.settings = settings;
        this.samples = state.samples();
        this.total = state.total();
        this.rise = new OneSidedSum(state.rise());
        this.fall = new OneSidedSum(state.fall());
    }

    /** A copy of the state. */
    public PageHinkleyState state() {
        return new PageHinkleyState(samples, total, rise.evidence(), fall.evidence());
    }

    @Override
    public long width() {
        return samples;
    }

    @Override
    public double mean() {
        return samples == 0 ? 0 : total / samples;
    }

    @Override
    public Optional<MeanChange> add(double sample) {
        total += ChangeDetector.requireFinite(sample);
        samples++;
        if (samples < settings.minSamples()) {
            return Optional.empty();
        }
        double distance = sample - mean();
        rise.add(distance - settings.tolerance(), sample);
        fall.add(-distance - settings.tolerance(), sample);
        if (Math.max(rise.sum(), fall.sum()) <= settings.threshold()) {
            return Optional.empty();
        }
        OneSidedSum larger = rise.sum() > fall.sum() ? rise : fall;
        MeanChange change = larger.change(samples, total, mean());
        samples = 0;
        total = 0;
        rise.restart();
        fall.restart();
        return Optional.of(change);
    }
}
