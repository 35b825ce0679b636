package io.fueloptimine.models.drift;

import java.util.Arrays;

/**
 * Finds the start of the newest section of a finite series with a constant mean, by binary
 * segmentation. The split with the smallest sum of squares is a change if the means on its two
 * sides differ by at least {@code leastShift} and by at least {@code standardErrors} standard
 * errors. The part after the change is then split again. Immutable and thread-safe.
 *
 * <p>{@link Adwin} detects a change in a stream; this class determines afterwards at which sample
 * it happened.
 *
 * @param fewest the minimum number of samples of a section, 2 or more
 * @param leastShift the minimum difference of the means
 * @param standardErrors the minimum difference of the means in standard errors
 */
public record BinarySegmentation(int fewest, double leastShift, double standardErrors) {

    public BinarySegmentation {
        if (fewest < 2) {
            throw new IllegalArgumentException("fewest: " + fewest + ", expected 2 or more");
        }
    }

    /** The index of the first sample of the newest section; 0 when there is no change. */
    public int startOfNewest(double[] series) {
        int from = 0;
        for (int split = split(series, from); split > from; split = split(series, from)) {
            from = split;
        }
        return from;
    }

    /**
     * The index at which the mean changes after a given index; the given index when the mean does
     * not change.
     */
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
