package io.fueloptimine.models.alarm.tank;

import java.util.List;

/**
 * A tank in one minute.
 *
 * @param atMs end of the minute, ms since the epoch
 * @param segment number of the part of the balance to which the minute belongs; a new part begins
 *     after each step of the balance
 * @param levelL mean content by the level, L
 * @param meteredL fuel metered since the beginning, L
 * @param standing whether the machine stood for nearly the whole minute
 * @param engineOff whether the engine was off for the whole minute
 */
public record TankMinute(
        long atMs,
        int segment,
        double levelL,
        double meteredL,
        boolean standing,
        boolean engineOff) {

    /** Longest time between two minutes that is no gap, ms. */
    static final long MAX_GAP_MS = 5 * 60_000L;

    /** Content plus fuel metered, L: constant while the engine burns what the meter shows. */
    public double balanceL() {
        return levelL + meteredL;
    }

    /** The median balance of minutes, L; NaN for none. */
    static double median(List<TankMinute> minutes) {
        double[] sorted = minutes.stream().mapToDouble(TankMinute::balanceL).sorted().toArray();
        int half = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** Highest minus lowest balance of minutes, L. */
    static double spread(List<TankMinute> minutes) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (TankMinute minute : minutes) {
            lowest = Math.min(lowest, minute.balanceL());
            highest = Math.max(highest, minute.balanceL());
        }
        return highest - lowest;
    }

    /** The last {@code count} minutes, or all if there are fewer. */
    static List<TankMinute> last(List<TankMinute> minutes, int count) {
        return minutes.subList(Math.max(0, minutes.size() - count), minutes.size());
    }
}
