package io.fueloptimine.models.drift;

/**
 * Sums up distances in one direction and restarts at 0 whenever the sum would fall below. This is
 * also the height of an unlimited sum above its lowest value. Not thread-safe.
 */
final class OneSidedSum {

    private double sum;
    private long samples;
    private double total;

    OneSidedSum(Evidence evidence) {
        sum = evidence.sum();
        samples = evidence.samples();
        total = evidence.total();
    }

    void add(double beyondSlack, double sample) {
        sum += beyondSlack;
        samples++;
        total += sample;
        if (sum <= 0) {
            restart();
        }
    }

    void restart() {
        sum = 0;
        samples = 0;
        total = 0;
    }

    double sum() {
        return sum;
    }

    Evidence evidence() {
        return new Evidence(sum, samples, total);
    }

    /**
     * The change for which this sum is the evidence.
     *
     * @param allSamples the number of samples since the last change
     * @param allTotal the sum of these samples
     * @param meanBefore the mean before the change if all samples came after it
     */
    MeanChange change(long allSamples, double allTotal, double meanBefore) {
        long before = allSamples - samples;
        return new MeanChange(
                before == 0 ? meanBefore : (allTotal - total) / before,
                total / samples,
                before,
                samples);
    }
}
