package io.fueloptimine.models.alarm.tank;

import java.util.ArrayList;
import java.util.List;

/**
 * The fuel that an engine burnt since the beginning by the machine's own meter, which never falls.
 * The fuel counter is used; while it is missing, stuck, replaced or away for a moment, the fuel
 * rate. Immutable.
 *
 * @param totalL fuel metered since the beginning, L
 * @param continuous whether the fuel since the minute before is known
 * @param unchangedL fuel by the rate since the counter last changed, L
 * @param points the recent minutes, oldest first
 */
public record MeteredFuel(
        double totalL, boolean continuous, double unchangedL, List<CounterPoint> points) {

    /** Nothing metered yet. */
    public static final MeteredFuel NONE = new MeteredFuel(0, false, 0, List.of());

    /** The most fuel that an engine burns, L/min; a larger step is no fuel. */
    private static final double MAX_L_PER_MIN = 20;

    /** Fuel by the rate without a change of the counter from which on the counter is stuck, L. */
    private static final double STUCK_L = 5;

    /** Longest time for which the rate of one minute is used, min. */
    private static final double MAX_RATE_MIN = 5;

    private static final int MAX_POINTS = 120;

    /**
     * Adds a minute. Minutes must come in order of time.
     *
     * @param atMs end of the minute, ms since the epoch
     * @param counterL the fuel counter at the end of the minute, L; null when unavailable
     * @param rateLph mean fuel rate of the minute, L/h; null when unavailable
     */
    public MeteredFuel with(long atMs, Double counterL, Double rateLph) {
        if (points.isEmpty()) {
            return new MeteredFuel(0, false, 0, List.of(new CounterPoint(atMs, 0, counterL)));
        }
        CounterPoint last = points.get(points.size() - 1);
        double minutes = (atMs - last.atMs()) / 60_000.0;
        boolean rateKnown = rateLph != null && minutes <= MAX_RATE_MIN;
        double byRateL = rateKnown ? Math.max(0, rateLph) * minutes / 60 : 0;
        CounterPoint from = counterL == null ? null : continued(counterL, atMs);
        boolean changed = counterL == null || !counterL.equals(last.counterL());
        double unchanged = changed ? 0 : unchangedL + byRateL;
        double total = totalL;
        if (from != null && unchanged <= STUCK_L) {
            total = Math.max(totalL, from.totalL() + counterL - from.counterL());
        } else {
            total += byRateL;
        }
        List<CounterPoint> kept =
                new ArrayList<>(
                        points.subList(Math.max(0, points.size() - MAX_POINTS), points.size()));
        kept.add(new CounterPoint(atMs, total, counterL));
        return new MeteredFuel(total, from != null || rateKnown, unchanged, kept);
    }

    /**
     * The point from which the counter has counted to the value; null if there is none. It is the
     * newest point from which the counter can have reached the value, or the first of the points
     * before it with the same counter value, because the counter may have been stuck in between.
     */
    private CounterPoint continued(double counterL, long atMs) {
        for (int i = points.size() - 1; i >= 0; i--) {
            if (reaches(points.get(i), counterL, atMs)) {
                int first = i;
                while (first > 0
                        && points.get(i).counterL().equals(points.get(first - 1).counterL())) {
                    first--;
                }
                return points.get(first);
            }
        }
        return null;
    }

    private static boolean reaches(CounterPoint point, double counterL, long atMs) {
        if (point.counterL() == null) {
            return false;
        }
        double burntL = counterL - point.counterL();
        double minutes = (atMs - point.atMs()) / 60_000.0;
        return burntL >= 0 && burntL <= MAX_L_PER_MIN * minutes;
    }
}
