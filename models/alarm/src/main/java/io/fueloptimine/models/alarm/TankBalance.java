package io.fueloptimine.models.alarm;

import java.util.ArrayList;
import java.util.List;

/**
 * Compares the decrease of a tank's level with the fuel burnt in the recent minutes, which begin
 * after the last refuelling or gap. Immutable.
 *
 * @param points the minutes, oldest first
 * @param delay the state of the leak alarm's on-delay and off-delay
 */
public record TankBalance(List<LevelPoint> points, AlarmDelay delay) {

    /**
     * Number of minutes that are averaged at the start and at the end of the span, because fuel
     * sloshes in the tank.
     */
    private static final int ENDS = 5;

    /** The minimum number of minutes for a balance. */
    private static final int MIN_MINUTES = 3 * ENDS;

    /** Maximum time between two points, min; after a longer gap a new balance begins. */
    private static final int MAX_GAP_MIN = 5;

    /**
     * Increase of the level from which on a refuelling is assumed, % of the tank; sloshing fuel
     * causes smaller increases.
     */
    private static final double FILLED_PCT = 3;

    /**
     * The most fuel that an engine burns per minute, L; a larger step of the fuel counter means
     * that the counter was replaced.
     */
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
     * The decrease of the level minus the fuel burnt, % of the tank; NaN while there are too few
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
     * Fuel burnt from the first point to the end of the minute, L. The fuel is taken from the fuel
     * counter, or from the fuel rate when the counter is missing, stuck or replaced. The counter
     * value is compared with the newest point from which the counter can have reached this value.
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
