package io.fueloptimine.models.drift;

import java.util.Optional;

/**
 * Detects small lasting departures from a known mean, such as slow wear, by the two-sided
 * cumulative sum of Page, "Continuous Inspection Schemes", Biometrika 41 (1954). On each side, the
 * distances from the target beyond the slack are summed up, and the sum is never below 0. A sum
 * above the threshold is a change. Its estimated start is where the sum was last 0.
 *
 * <p>After a change, the target stays the same and both sums start at 0: a shift that lasts is
 * detected again. Not thread-safe.
 */
public final class Cusum implements ChangeDetector {

    private final CusumSettings settings;
    private final OneSidedSum rise;
    private final OneSidedSum fall;
    private long samples;
    private double total;

    /** Creates a detector that continues from a saved state. */
    public Cusum(CusumSettings settings, CusumState state) {
        this.settings = settings;
        this.samples = state.samples();
        this.total = state.total();
        this.rise = new OneSidedSum(state.rise());
        this.fall = new OneSidedSum(state.fall());
    }

    /** A copy of the state. */
    public CusumState state() {
        return new CusumState(samples, total, rise.evidence(), fall.evidence());
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
        double distance = ChangeDetector.requireFinite(sample) - settings.target();
        samples++;
        total += sample;
        rise.add(distance - settings.slack(), sample);
        fall.add(-distance - settings.slack(), sample);
        if (Math.max(rise.sum(), fall.sum()) <= settings.threshold()) {
            return Optional.empty();
        }
        OneSidedSum larger = rise.sum() > fall.sum() ? rise : fall;
        MeanChange change = larger.change(samples, total, settings.target());
        samples = 0;
        total = 0;
        rise.restart();
        fall.restart();
        return Optional.of(change);
    }
}
