package io.fueloptimine.models.drift;

import java.util.Arrays;

/**
 * Finds the newest stretch of a finished series on which its mean did not change, by binary
 * segmentation: the split that leaves the least squares is a change when the means on its sides
 * differ by more than a bound and more than chance allows; then the later side is searched again.
 * Immutable and thread-safe.
 *
 * <p>Where {@link Adwin} tells that something is changing, sample by sample, this tells afterwards
 * when it changed, to the sample.
 *
 * @param fewest samples that a level must last, 2 or more
 * @param leastShift difference of means that is a change
 * @param standardErrors how many standard errors of the difference it must exceed
 */
public record BinarySegmentation(int fewest, double leastShift, double standardErrors) {

    public BinarySegmentation {
        if (fewest < 2) {
            throw new IllegalArgumentException("fewest: " + fewest + ", expected 2 or more");
        }
    }

    /** Index of the first sample of the newest level; 0 when the series has one level only. */
    public int newest(double[] series) {
        int from = 0;
        for (int split = split(series, from); split > from; split = split(series, from)) {
            from = split;
        }
        return from;
    }

    /** Where the samples from an index on change their mean; that index when they do not. */
    private int split(double[] series, int from) {
        double total = sum(series, from, series.length);
        int count = series.length - from;
        double before = sum(series, from, Math.min(series.length, from + fewest - 1));
        int best = from;
        double bestGain = 0;
        for (int at = from + fewest; at <= series.length - fewest; at++) {
            before += series[at - 1];
            int earlier = at - from;
            double difference = (total - before) / (count - earlier) - before / earlier;
            double gain = difference * difference * earlier * (count - earlier) / count;
            if (gain > bestGain) {
                best = at;
                bestGain = gain;
            }
        }
        return best > from && isChange(series, from, best) ? best : from;
    }

    private boolean isChange(double[] series, int from, int at) {
        double[] earlier = Arrays.copyOfRange(series, from, at);
        double[] later = Arrays.copyOfRange(series, at, series.length);
        double shift = Math.abs(mean(later) - mean(earlier));
        double error =
                Math.sqrt(variance(earlier) / earlier.length + variance(later) / later.length);
        return shift >= leastShift && shift > standardErrors * error;
    }

    private static double variance(double[] samples) {
        double mean = mean(samples);
        return Arrays.stream(samples).map(sample -> (sample - mean) * (sample - mean)).sum()
                / (samples.length - 1);
    }

    private static double mean(double[] samples) {
        return sum(samples, 0, samples.length) / samples.length;
    }

    private static double sum(double[] series, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += series[i];
        }
        return sum;
    }
}
