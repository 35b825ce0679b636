package io.fueloptimine.models.alarm;

import java.util.ArrayList;
import java.util.List;

/**
 * A tank's recent minutes, oldest first, since its last refuelling or stop. Immutable.
 *
 * @param points the minutes
 * @param dwell how long the balance has been bad or good
 */
public record TankHistory(List<LevelPoint> points, Dwell dwell) {

    /** How many minutes at each end are averaged, against slosh. */
    private static final int ENDS = 5;

    /** Fewer minutes than this make no balance. */
    private static final int FEWEST = 3 * ENDS;

    /** A longer gap breaks the history, min. */
    private static final int LONGEST_GAP_MIN = 5;

    /** A level that rises by more than slosh has been filled, % of the tank. */
    private static final double FILLED_PCT = 3;

    /** No engine here burns more in a minute, L; a larger step is another counter. */
    private static final double MOST_L_PER_MIN = 20;

    public static final TankHistory EMPTY = new TankHistory(List.of(), Dwell.NONE);

    /** The history with one more minute, begun anew after a gap, a filling or a stop. */
    public TankHistory with(MachineMinute minute, int spanMin) {
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
        return new TankHistory(kept, dwell);
    }

    public TankHistory with(Dwell newDwell) {
        return new TankHistory(points, newDwell);
    }

    /** What left the tank beyond the burn, % of the tank; NaN while the history is short. */
    public double excessPct(double tankL) {
        if (points.size() < FEWEST) {
            return Double.NaN;
        }
        List<LevelPoint> first = points.subList(0, ENDS);
        List<LevelPoint> last = points.subList(points.size() - ENDS, points.size());
        double fallPct = level(first) - level(last);
        return fallPct - (burnt(last) - burnt(first)) / tankL * 100;
    }

    private static boolean follows(LevelPoint last, long atMs, double levelPct) {
        return atMs > last.atMs()
                && atMs - last.atMs() <= LONGEST_GAP_MIN * 60_000L
                && levelPct - last.levelPct() < FILLED_PCT;
    }

    /** By the counter, or by the rate where the counter is missing, stuck or another one. */
    private static double burntSince(LevelPoint last, MachineMinute minute, double minutes) {
        double byRateL = minute.fuelRateLph() == null ? 0 : minute.fuelRateLph() * minutes / 60;
        if (last.counterL() == null || minute.totalFuelUsedL() == null) {
            return byRateL;
        }
        double byCounterL = minute.totalFuelUsedL() - last.counterL();
        boolean plausible = byCounterL >= 0 && byCounterL <= MOST_L_PER_MIN * minutes;
        return plausible ? Math.max(byCounterL, byRateL) : byRateL;
    }

    private static double level(List<LevelPoint> some) {
        return some.stream().mapToDouble(LevelPoint::levelPct).average().orElse(Double.NaN);
    }

    private static double burnt(List<LevelPoint> some) {
        return some.stream().mapToDouble(LevelPoint::burntL).average().orElse(Double.NaN);
    }
}
