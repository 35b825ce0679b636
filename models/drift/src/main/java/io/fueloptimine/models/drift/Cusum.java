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
    private final TwoSidedSums sums;

    /** Creates a detector that continues from a saved state. */
    public Cusum(CusumSettings settings, SumsState state) {
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
        return sums.add(sample, settings.target(), settings.slack(), settings.threshold());
    }
}
