package io.fueloptimine.models.alarm;

import java.util.ArrayList;
import java.util.List;

/**
 * Compares the decrease of a tank's level with the fuel burnt, over the recent minutes since the
 * last refuelling or stop. Immutable.
 *
 * @param points the minutes, oldest first
 * @param delay the delay state of the leak alarm
 */
public record TankBalance(List<LevelPoint> points, AlarmDelay delay) {

    /** How many minutes at each end are averaged, because fuel sloshes. */
    private static final int ENDS = 5;

    /** The smallest number of minutes to compute a balance. */
    private static final int MIN_MINUTES = 3 * ENDS;

    /** A longer gap begins a new balance, min. */
    private static final int MAX_GAP_MIN = 5;

    /** An increase of the level by more than slosh means a refuelling, % of the tank. */
    private static final double FILLED_PCT = 3;

    /** The largest burn per minute, L; a larger step means that the counter was replaced. */
    private static final double MAX_L_PER_MIN = 20;

    public static final TankBalance EMPTY = new TankBalance(List.of(), AlarmDelay.NONE);

    /** Adds a minute; begins a new balance after a gap or a refuelling. */
    public TankBalance with(MachineMinute minute, int spanMin) {
        long atMs = minute.end().toEpochMilli();
        double levelPct = minute.fuelLevelPct();
        List<LevelPoint> kept = new ArrayList<>();
        double burntL = 0;
        LevelPoint last = points.isEmpty() ? null : points.get(points.size() - 1);
        if (last != null && follows(last, atMs, levelPct)) {
            burntL = burntUntil(last, minute, atMs);
            points.stream()
                    .filter(point -> point.atMs() > atMs - spanMin * 60_000L)
                    .forEach(kept::add);
        }
        kept.add(new LevelPoint(atMs, levelPct, burntL, minute.totalFuelUsedL()));
        return new TankBalance(kept, delay);
    }

    public TankBalance with(AlarmDelay newDelay) {
        return new TankBalance(points, newDelay);
    }

    /**
     * The decrease of the level in excess of the burn, % of the tank; NaN while there are too few
     * minutes.
     */
    public double excessPct(double tankL) {
        if (points.size() < MIN_MINUTES) {
            return Double.NaN;
        }
        List<LevelPoint> first = points.subList(0, ENDS);
        List<LevelPoint> last = points.subList(points.size() - ENDS, points.size());
        double fallPct = level(first) - level(last);
        return fallPct - (burnt(last) - burnt(first)) / tankL * 100;
    }

    private static boolean follows(LevelPoint last, long atMs, double levelPct) {
        return atMs > last.atMs()
                && atMs - last.atMs() <= MAX_GAP_MIN * 60_000L
                && levelPct - last.levelPct() < FILLED_PCT;
    }

    /**
     * Fuel burnt by the counter, or by the rate when the counter is missing, stuck or replaced. A
     * counter that returns from other values is compared with the newest minute that it continues.
     */
    private double burntUntil(LevelPoint last, MachineMinute minute, long atMs) {
        double minutes = (atMs - last.atMs()) / 60_000.0;
        double byRateL = minute.fuelRateLph() == null ? 0 : minute.fuelRateLph() * minutes / 60;
        double burntL = last.burntL() + byRateL;
        if (minute.totalFuelUsedL() == null) {
            return burntL;
        }
        for (int i = points.size() - 1; i >= 0; i--) {
            LevelPoint point = points.get(i);
            if (isContinued(point, minute.totalFuelUsedL(), atMs)) {
                double byCounterL = minute.totalFuelUsedL() - point.counterL();
                return Math.max(burntL, point.burntL() + byCounterL);
            }
        }
        return burntL;
    }

    private static boolean isContinued(LevelPoint point, double counterL, long atMs) {
        if (point.counterL() == null) {
            return false;
        }
        double byCounterL = counterL - point.counterL();
        double minutes = (atMs - point.atMs()) / 60_000.0;
        return byCounterL >= 0 && byCounterL <= MAX_L_PER_MIN * minutes;
    }

    private static double level(List<LevelPoint> part) {
        return part.stream().mapToDouble(LevelPoint::levelPct).average().orElse(Double.NaN);
    }

    private static double burnt(List<LevelPoint> part) {
        return part.stream().mapToDouble(LevelPoint::burntL).average().orElse(Double.NaN);
    }
}
