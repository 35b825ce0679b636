package io.fueloptimine.models.drift;

import java.util.Optional;

/** Sums of distances on both sides of a mean, and all samples since the last change. */
final class TwoSidedSums {

    private final OneSidedSum rise;
    private final OneSidedSum fall;
    private long samples;
    private double total;

    TwoSidedSums(SumsState state) {
        this.samples = state.samples();
        this.total = state.total();
        this.rise = new OneSidedSum(state.rise());
        this.fall = new OneSidedSum(state.fall());
    }

    SumsState state() {
        return new SumsState(samples, total, rise.evidence(), fall.evidence());
    }

    long samples() {
        return samples;
    }

    double mean() {
        return samples == 0 ? 0 : total / samples;
    }

    void count(double sample) {
        samples++;
        total += sample;
    }

    /**
     * Adds the distance of the sample that was counted last, and starts anew at a change.
     *
     * @param mean the mean from which the distance is taken; the mean before the change if all
     *     samples came after it
     * @return the change, if a sum exceeds the threshold
     */
    Optional<MeanChange> add(double sample, double mean, double slack, double threshold) {
        rise.add(sample - mean - slack, sample);
        fall.add(mean - sample - slack, sample);
        OneSidedSum larger = rise.sum() > fall.sum() ? rise : fall;
        if (larger.sum() <= threshold) {
            return Optional.empty();
        }
        MeanChange change = larger.change(samples, total, mean);
        samples = 0;
        total = 0;
        rise.restart();
        fall.restart();
        return Optional.of(change);
    }
}
