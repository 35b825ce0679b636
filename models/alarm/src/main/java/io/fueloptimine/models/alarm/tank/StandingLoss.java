package io.fueloptimine.models.alarm.tank;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds a fall of the balance of a machine that stands with its engine off. The balance is compared
 * with its highest median of three minutes within the span, and with the minutes before the machine
 * was parked, whose fuel may have sloshed: there the fall must be half as high again. A loss that
 * already went on before is a leak and is subtracted.
 */
final class StandingLoss {

    private static final int SMOOTHED = 3;

    /** Factor of the smallest fall that counts from before the stop, or across a gap. */
    private static final double AGAINST_MOVING = 1.5;

    /** Fuel metered across a gap up to which the machine stood in it, L. */
    private static final double STOOD_L = 5;

    /** Time before the stop over which a loss is subtracted, ms. */
    private static final long BEFORE_MS = 30 * 60_000L;

    private static final int ENDS = 5;

    private final TankSettings settings;

    StandingLoss(TankSettings settings) {
        this.settings = settings;
    }

    /**
     * The loss that the latest minute shows; null when there is none.
     *
     * @param minutes the recent minutes, oldest first, up to the present one
     * @param sinceMs minutes up to this time are ignored, ms since the epoch
     * @param leakLph known leak, L/h, 0 or more
     */
    OpenDrain found(List<TankMinute> minutes, long sinceMs, double leakLph, double tankL) {
        List<TankMinute> span = standing(minutes, sinceMs);
        if (span.size() < 2) {
            return null;
        }
        List<TankMinute> after = afterGap(TankMinute.last(span, SMOOTHED));
        if (after.size() < 2) {
            return null;
        }
        double nowL = TankMinute.median(after);
        long nowMs = after.get(after.size() - 1).atMs();
        long earliestMs = nowMs - settings.theftSpanMin() * 60_000L;
        double lossLph = Math.max(leakLph, lossBefore(minutes, span.get(0).atMs(), tankL));
        double leastL = settings.leastTheftL(tankL);
        OpenDrain worst = null;
        List<TankMinute> earlier = span.subList(0, span.size() - after.size());
        boolean gap = span.size() > after.size() && isGap(earlier.get(earlier.size() - 1), after);
        for (int end = 1; end <= earlier.size(); end++) {
            List<TankMinute> before = TankMinute.last(earlier.subList(0, end), SMOOTHED);
            TankMinute last = before.get(before.size() - 1);
            if (before.size() >= 2 && (gap || last.atMs() >= earliestMs)) {
                double neededL = gap ? AGAINST_MOVING * leastL : leastL;
                worst = worse(worst, last, TankMinute.median(before), after, lossLph, neededL);
            }
        }
        List<TankMinute> moving = beforeStop(minutes, span.get(0));
        if (moving.size() >= 2 && moving.get(moving.size() - 1).atMs() >= earliestMs) {
            TankMinute last = moving.get(moving.size() - 1);
            double beforeL = TankMinute.median(moving);
            worst = worse(worst, last, beforeL, after, lossLph, AGAINST_MOVING * leastL);
        }
        return worst;
    }

    private static OpenDrain worse(
            OpenDrain worst,
            TankMinute from,
            double beforeL,
            List<TankMinute> after,
            double lossLph,
            double neededL) {
        TankMinute now = after.get(after.size() - 1);
        double hours = (now.atMs() - from.atMs()) / 3_600_000.0;
        double nowL = TankMinute.median(after);
        double lostL = beforeL - nowL - lossLph * hours;
        if (lostL < neededL || worst != null && worst.litres() >= lostL) {
            return worst;
        }
        return new OpenDrain(
                from.atMs(),
                beforeL,
                beforeL - from.meteredL(),
                now.atMs(),
                lostL,
                nowL - now.meteredL());
    }

    /**
     * The minutes since the machine was parked; a gap in which it burnt nothing belongs to them.
     */
    private static List<TankMinute> standing(List<TankMinute> minutes, long sinceMs) {
        int first = minutes.size();
        while (first > 0 && belongs(minutes, first - 1, sinceMs)) {
            first--;
        }
        return minutes.subList(first, minutes.size());
    }

    private static boolean belongs(List<TankMinute> minutes, int i, long sinceMs) {
        TankMinute minute = minutes.get(i);
        TankMinute newest = minutes.get(minutes.size() - 1);
        if (!minute.standing()
                || minute.atMs() <= sinceMs
                || minute.segment() != newest.segment()) {
            return false;
        }
        if (i == minutes.size() - 1) {
            return true;
        }
        TankMinute next = minutes.get(i + 1);
        return next.atMs() - minute.atMs() <= TankMinute.MAX_GAP_MS
                || next.meteredL() - minute.meteredL() <= STOOD_L;
    }

    private static List<TankMinute> afterGap(List<TankMinute> minutes) {
        List<TankMinute> kept = new ArrayList<>();
        for (TankMinute minute : minutes) {
            if (!kept.isEmpty()
                    && minute.atMs() - kept.get(kept.size() - 1).atMs() > TankMinute.MAX_GAP_MS) {
                kept.clear();
            }
            kept.add(minute);
        }
        return kept;
    }

    private static boolean isGap(TankMinute before, List<TankMinute> after) {
        return after.get(0).atMs() - before.atMs() > TankMinute.MAX_GAP_MS;
    }

    private static List<TankMinute> beforeStop(List<TankMinute> minutes, TankMinute first) {
        List<TankMinute> before =
                minutes.stream()
                        .filter(
                                minute ->
                                        minute.atMs() < first.atMs()
                                                && minute.atMs()
                                                        >= first.atMs() - TankMinute.MAX_GAP_MS
                                                && minute.segment() == first.segment())
                        .toList();
        return TankMinute.last(before, SMOOTHED);
    }

    /** The loss in the half hour before the stop, L/h; 0 when it is within the level's noise. */
    private static double lossBefore(List<TankMinute> minutes, long stoppedMs, double tankL) {
        List<TankMinute> before =
                minutes.stream()
                        .filter(
                                minute ->
                                        minute.atMs() < stoppedMs
                                                && minute.atMs() >= stoppedMs - BEFORE_MS)
                        .toList();
        if (before.size() < 2 * ENDS
                || before.get(0).segment() != before.get(before.size() - 1).segment()) {
            return 0;
        }
        List<TankMinute> first = before.subList(0, ENDS);
        List<TankMinute> last = TankMinute.last(before, ENDS);
        double fallL = TankMinute.median(first) - TankMinute.median(last);
        double hours = (last.get(2).atMs() - first.get(2).atMs()) / 3_600_000.0;
        return fallL >= LevelSteps.BEGIN_PCT / 100 * tankL && hours > 0 ? fallL / hours : 0;
    }
}
