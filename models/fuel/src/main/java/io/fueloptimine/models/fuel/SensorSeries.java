package io.fueloptimine.models.fuel;

/**
 * The values of one sensor in order of time. Immutable by convention: the arrays are not copied.
 *
 * @param timesMs the times, ms since the epoch
 * @param values the value at each time
 */
record SensorSeries(double[] timesMs, double[] values) {

    /** The maximum time for which a value is valid. Longer gaps are not interpolated. */
    static final double LONGEST_GAP_S = 10;

    private static final double MS_PER_S = 1_000;

    int size() {
        return values.length;
    }

    double mean() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Standard deviation of the population; NaN without values. */
    double standardDeviation() {
        double mean = mean();
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / values.length);
    }

    double max() {
        double max = Double.NaN;
        for (double value : values) {
            max = Double.isNaN(max) ? value : Math.max(max, value);
        }
        return max;
    }

    /** The time from the first to the last value, s. */
    double spanS() {
        return size() < 2 ? 0 : (timesMs[size() - 1] - timesMs[0]) / MS_PER_S;
    }

    /** The time between value i and the next one, s. */
    double gapS(int i) {
        return (timesMs[i + 1] - timesMs[i]) / MS_PER_S;
    }

    /**
     * The integral from start to end: trapezoids between values, constant before the first and
     * after the last value. Gaps over {@link #LONGEST_GAP_S} are left out of both sum and time.
     */
    Integral integral(double startMs, double endMs) {
        if (size() == 0) {
            return new Integral(0, 0);
        }
        double headS = headS(startMs);
        double tailS = tailS(endMs);
        double seconds = headS + tailS;
        double sum = headS * values[0] + tailS * values[size() - 1];
        for (int i = 0; i + 1 < size(); i++) {
            if (gapS(i) <= LONGEST_GAP_S) {
                seconds += gapS(i);
                sum += gapS(i) * (values[i] + values[i + 1]) / 2;
            }
        }
        return new Integral(sum, seconds);
    }

    /** The time before the first value for which it is valid, s. */
    double headS(double startMs) {
        return Math.min(LONGEST_GAP_S, (timesMs[0] - startMs) / MS_PER_S);
    }

    /** The time after the last value for which it is valid, s. */
    double tailS(double endMs) {
        return Math.min(LONGEST_GAP_S, (endMs - timesMs[size() - 1]) / MS_PER_S);
    }

    /**
     * An integral over time.
     *
     * @param sum value times seconds
     * @param seconds the time it covers, s
     */
    record Integral(double sum, double seconds) {

        /** The mean over the covered time; NaN when nothing is covered. */
        double mean() {
            return seconds > 0 ? sum / seconds : Double.NaN;
        }
    }
}
