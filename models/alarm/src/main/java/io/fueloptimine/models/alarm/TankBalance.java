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
            burntL = last.burntL() + burntSince(last, minute, (atMs - last.atMs()) / 60_000.0);
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

    /** Fuel burnt by the counter, or by the rate when the counter is missing, stuck or replaced. */
    private static double burntSince(LevelPoint last, MachineMinute minute, double minutes) {
        double byRateL = minute.fuelRateLph() == null ? 0 : minute.fuelRateLph() * minutes / 60;
        if (last.counterL() == null || minute.totalFuelUsedL() == null) {
            return byRateL;
        }
        double byCounterL = minute.totalFuelUsedL() - last.counterL();
        boolean plausible = byCounterL >= 0 && byCounterL <= MAX_L_PER_MIN * minutes;
        return plausible ? Math.max(byCounterL, byRateL) : byRateL;
    }

    private static double level(List<LevelPoint> part) {
        return part.stream().mapToDouble(LevelPoint::levelPct).average().orElse(Double.NaN);
    }

    private static double burnt(List<LevelPoint> part) {
        return part.stream().mapToDouble(LevelPoint::burntL).average().orElse(Double.NaN);
    }
}
