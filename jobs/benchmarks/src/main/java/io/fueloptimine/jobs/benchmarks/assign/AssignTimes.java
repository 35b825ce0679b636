package io.fueloptimine.jobs.benchmarks.assign;

import java.util.List;
import java.util.Locale;

/**
 * Processor times of assignments.
 *
 * @param assignments number of measured calls
 * @param medianMs half of the calls took at most this time, ms
 * @param p99Ms 99 % of the calls took at most this time, ms
 * @param maxMs the longest call, ms
 */
record AssignTimes(int assignments, double medianMs, double p99Ms, double maxMs) {

    /**
     * @param millis the time of each call, in any order, ms
     */
    static AssignTimes of(List<Double> millis) {
        double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new AssignTimes(
                sorted.length, part(sorted, 0.5), part(sorted, 0.99), part(sorted, 1));
    }

    private static double part(double[] sorted, double share) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) Math.max(0, Math.ceil(share * sorted.length) - 1)];
    }

    String render(String name) {
        return String.format(
                Locale.ROOT,
                "%-13s %6d assignments: median %.3f ms, 99th percentile %.3f ms, max %.3f ms",
                name,
                assignments,
                medianMs,
                p99Ms,
                maxMs);
    }
}
