package io.fueloptimine.jobs.soak;

import java.util.Arrays;
import java.util.Optional;

/**
 * Whether the use of a resource grows.
 *
 * @param role the process or job
 * @param resource what was measured, with its unit
 * @param first median of the first fifth of the points
 * @param last median of the last fifth of the points
 * @param trend the change per hour; empty if there were fewer than {@value #FEWEST_POINTS} points
 * @param verdict whether the use grows
 */
record Growth(
        String role,
        String resource,
        double first,
        double last,
        Optional<Trend> trend,
        Verdict verdict) {

    /** Fewer points, of one minute each, are too few for a statement. */
    static final int FEWEST_POINTS = 10;

    /** The growth per hour, as a part of the first median, below which a series is flat. */
    static final double FLAT_PER_HOUR = 0.05;

    /** Whether the use of a resource grows. */
    enum Verdict {
        /** The 95 % interval of the slope includes 0 or less, or the slope is below 5 %/h. */
        FLAT("flat"),
        /** The whole 95 % interval of the slope is above 0, and the slope is 5 %/h or more. */
        GROWS("GROWS"),
        /** There are too few points for a statement. */
        TOO_SHORT("too short");

        private final String label;

        Verdict(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /**
     * Judges a series.
     *
     * @param hours the times of the points, ascending
     * @param values the values of the points; first and last are NaN if there are none
     */
    static Growth of(String role, String resource, double[] hours, double[] values) {
        int points = values.length;
        int fifth = Math.min(points, Math.max(1, points / 5));
        double first = median(Arrays.copyOfRange(values, 0, fifth));
        double last = median(Arrays.copyOfRange(values, points - fifth, points));
        if (points < FEWEST_POINTS) {
            return new Growth(role, resource, first, last, Optional.empty(), Verdict.TOO_SHORT);
        }
        Trend trend = Trend.of(hours, values);
        double flatBelow = FLAT_PER_HOUR * first;
        boolean grows = trend.low() > 0 && trend.slope() >= flatBelow;
        return new Growth(
                role,
                resource,
                first,
                last,
                Optional.of(trend),
                grows ? Verdict.GROWS : Verdict.FLAT);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : Medians.ofSorted(sorted);
    }
}
