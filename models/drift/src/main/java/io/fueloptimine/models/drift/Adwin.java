package io.fueloptimine.models.drift;

import java.util.Optional;

/**
 * Detects changes of the mean of a stream with an adaptive window. The window grows while the mean
 * is stable. When the means of its older and its newer part differ significantly, the older part is
 * dropped.
 *
 * <p>This is ADWIN2 of Bifet and Gavalda, "Learning from Time-Changing Data with Adaptive
 * Windowing", SIAM SDM 2007: an exponential histogram, and for every border between two buckets the
 * bound {@code sqrt(2/m var ln(2/d)) + 2/(3m) ln(2/d)} with {@code 1/m = 1/n0 + 1/n1} and {@code d
 * = delta / ln n}. All borders are tested, including the one before the newest bucket. What is
 * dropped at a change depends on {@link AdwinCut}.
 *
 * <p>The second term of the bound assumes samples with a range of about one, so the test depends on
 * the scale. {@link ReferenceScale} brings errors of any scale to the same one.
 *
 * <p>Not thread-safe. Memory and time per test grow with the logarithm of the window.
 */
public final class Adwin implements ChangeDetector {

    private final AdwinSettings settings;
    private final BucketWindow window;
    private int sinceTest;

    /**
     * Creates a detector that continues from a saved state. If the row length of the state differs
     * from that of the settings, the detector starts with an empty window instead.
     */
    public Adwin(AdwinSettings settings, AdwinState state) {
        AdwinState fitting =
                state.bucketsPerRow() == settings.bucketsPerRow()
                        ? state
                        : AdwinState.empty(settings);
        this.settings = settings;
        this.sinceTest = fitting.sinceTest();
        this.window =
                new BucketWindow(
                        fitting.bucketsPerRow(),
                        fitting.counts(),
                        fitting.sums(),
                        fitting.squares());
    }

    /** A copy of the state. */
    public AdwinState state() {
        return window.state(sinceTest);
    }

    @Override
    public long width() {
        return window.width();
    }

    @Override
    public double mean() {
        return window.mean();
    }

    /** The variance of the window; 0 when it is empty. */
    public double variance() {
        return window.variance();
    }

    @Override
    public Optional<MeanChange> add(double sample) {
        window.insert(ChangeDetector.requireFinite(sample));
        sinceTest++;
        if (sinceTest < settings.clock()) {
            return Optional.empty();
        }
        sinceTest = 0;
        return window.width() > settings.grace() ? cut() : Optional.empty();
    }

    private Optional<MeanChange> cut() {
        long widthBefore = window.width();
        double totalBefore = window.total();
        for (long older = olderPart(); older > 0; older = olderPart()) {
            drop(older);
        }
        long dropped = widthBefore - window.width();
        if (dropped == 0) {
            return Optional.empty();
        }
        double meanBefore = (totalBefore - window.total()) / dropped;
        return Optional.of(new MeanChange(meanBefore, mean(), dropped, window.width()));
    }

    private void drop(long older) {
        long dropped = window.dropOldest();
        while (settings.cut() == AdwinCut.WORST_BORDER && dropped < older) {
            dropped += window.dropOldest();
        }
    }

    /**
     * The number of samples before the border with the most significant difference of means; 0 when
     * no difference exceeds its bound.
     */
    private long olderPart() {
        long width = window.width();
        if (width < 2L * settings.minPart()) {
            return 0;
        }
        double mean = window.mean();
        double logTerm = Math.log(2 * Math.log(width) / settings.delta());
        double scaledVariance = 2 * window.variance() * logTerm;
        double farthest = 1;
        long part = 0;
        long older = 0;
        double olderExcess = 0;
        for (int row = window.rows() - 1; row >= 0; row--) {
            long size = 1L << row;
            for (int bucket = 0; bucket < window.buckets(row); bucket++) {
                older += size;
                olderExcess += window.sum(row, bucket) - mean * size;
                long newer = width - older;
                if (Math.min(older, newer) < settings.minPart()) {
                    continue;
                }
                // A gap within the variance term is within the bound. Compared without division.
                if (olderExcess * olderExcess * width
                        <= scaledVariance * ((double) older * newer)) {
                    continue;
                }
                double inverse = (double) width / older / newer;
                double gap = Math.abs(olderExcess) * inverse;
                double bound = Math.sqrt(scaledVariance * inverse) + 2.0 / 3 * logTerm * inverse;
                if (gap / bound > farthest) {
                    farthest = gap / bound;
                    part = older;
                }
            }
        }
        return part;
    }
}
