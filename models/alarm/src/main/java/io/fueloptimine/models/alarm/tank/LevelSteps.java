package io.fueloptimine.models.alarm.tank;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds steps of a tank's balance. A step begins when the balance leaves the median of the calm
 * minutes before, and ends when it has been calm again for three minutes, so that a filling that
 * takes many minutes is one step and sloshing fuel is none. Immutable.
 *
 * @param calm the latest minutes without a step, oldest first
 * @param moving the minutes since the balance left the calm minutes; empty while it is calm
 */
public record LevelSteps(List<TankMinute> calm, List<TankMinute> moving) {

    /** No minutes yet. */
    public static final LevelSteps NONE = new LevelSteps(List.of(), List.of());

    /** Deviation from the calm minutes at which a step begins, % of the tank. */
    static final double BEGIN_PCT = 1.0;

    /** Spread of the balance within which minutes are calm again, % of the tank. */
    private static final double CALM_PCT = 0.6;

    private static final int CALM_BEFORE = 5;
    private static final int CALM_AFTER = 3;

    /** Longest step, minutes of data; a longer one ends uncalm. */
    private static final int LONGEST = 90;

    /**
     * A lasting change of the balance.
     *
     * @param fromMs the last calm minute before, ms since the epoch
     * @param toMs the first calm minute after, ms since the epoch
     * @param riseL change of the balance, L; below 0 for a fall
     * @param beforeL content before by the level, L
     * @param afterL content after by the level, L
     * @param meteredBeforeL fuel metered until the step, L
     * @param meteredAfterL fuel metered until the end of the step, L
     * @param stood whether the machine stood or was silent in between
     */
    record Step(
            long fromMs,
            long toMs,
            double riseL,
            double beforeL,
            double afterL,
            double meteredBeforeL,
            double meteredAfterL,
            boolean stood) {}

    /** Whether the balance is calm, so that no step is under way. */
    boolean isCalm() {
        return moving.isEmpty();
    }

    /** Adds a minute. */
    LevelSteps with(TankMinute minute, double tankL) {
        if (calm.isEmpty()) {
            return new LevelSteps(List.of(minute), List.of());
        }
        boolean near =
                Math.abs(minute.balanceL() - TankMinute.median(calm)) < BEGIN_PCT / 100 * tankL;
        if (moving.isEmpty() && near) {
            List<TankMinute> next = new ArrayList<>(TankMinute.last(calm, CALM_BEFORE - 1));
            next.add(minute);
            return new LevelSteps(next, List.of());
        }
        List<TankMinute> next = new ArrayList<>(moving);
        next.add(minute);
        return new LevelSteps(calm, next);
    }

    /** The step that has just ended; null while there is none. */
    Step ended(double tankL) {
        if (moving.size() < CALM_AFTER) {
            return null;
        }
        List<TankMinute> last = TankMinute.last(moving, CALM_AFTER);
        boolean settled = TankMinute.spread(last) < CALM_PCT / 100 * tankL;
        if (!settled && moving.size() < LONGEST) {
            return null;
        }
        TankMinute before = calm.get(calm.size() - 1);
        double beforeL = TankMinute.median(calm);
        double afterL = TankMinute.median(last);
        TankMinute after = last.get(0);
        return new Step(
                before.atMs(),
                after.atMs(),
                afterL - beforeL,
                beforeL - before.meteredL(),
                afterL - after.meteredL(),
                before.meteredL(),
                after.meteredL(),
                stood(before));
    }

    private boolean stood(TankMinute before) {
        boolean stood = before.standing();
        long atMs = before.atMs();
        for (TankMinute minute : moving) {
            stood |= minute.standing() || minute.atMs() - atMs > TankMinute.MAX_GAP_MS;
            atMs = minute.atMs();
        }
        return stood;
    }

    /** The state after a step: the last minutes are calm. */
    LevelSteps settled() {
        return new LevelSteps(List.copyOf(TankMinute.last(moving, CALM_AFTER)), List.of());
    }
}
