package io.fueloptimine.models.alarm.tank;

import java.util.List;

/**
 * Finds leaks. A fast leak loses several percent of the tank within the recent minutes, in both
 * halves of them, so that a step is none. A slow leak is a loss with time that exceeds its standard
 * error by far in a fit over up to two days ({@link LossFit}), for one of several onsets.
 */
final class LeakRule {

    private static final int ENDS = 5;
    private static final int MIN_MINUTES = 3 * ENDS;
    private static final long HOUR_MS = 3_600_000L;

    /** Onsets that are tried, hours before now; the last one is before all blocks. */
    private static final int[] ONSETS_H = {2, 4, 8, 16, 48};

    /** Shortest time of a slow leak, h; a faster leak is not slow. */
    private static final double LEAST_H = 1.9;

    /** Smallest share of a fast leak's loss in each half of the time. */
    private static final double HALF_SHARE = 0.25;

    /** Times over which a repaired leak is found, h: a large leak sooner than a small one. */
    private static final int[] REPAIRED_H = {2, 6, 16};

    private final TankSettings settings;

    LeakRule(TankSettings settings) {
        this.settings = settings;
    }

    /** The state after a minute in which the balance is calm and no step loss is open. */
    LeakState fast(LeakState before, List<TankMinute> minutes, double tankL) {
        List<TankMinute> recent = recent(minutes);
        if (recent.size() < MIN_MINUTES) {
            return before;
        }
        List<TankMinute> first = recent.subList(0, ENDS);
        List<TankMinute> last = TankMinute.last(recent, ENDS);
        int middle = recent.size() / 2;
        double middleL = TankMinute.median(recent.subList(middle - 2, middle + 3));
        double firstHalfL = TankMinute.median(first) - middleL;
        double secondHalfL = middleL - TankMinute.median(last);
        double fallL = firstHalfL + secondHalfL;
        double limitL = settings.fastLeakPct() / 100 * tankL;
        boolean steady = Math.min(firstHalfL, secondHalfL) >= HALF_SHARE * fallL;
        double hours = (last.get(2).atMs() - first.get(2).atMs()) / (double) HOUR_MS;
        boolean bad = fallL >= limitL && steady;
        boolean slower = !before.fast().raised() || fallL / hours < before.fastLph() / 2;
        return new LeakState(
                before.fast()
                        .next(
                                bad,
                                fallL < limitL / 2 && slower,
                                settings.fastLeakDwellMin(),
                                settings.clearMin()),
                bad ? fallL / hours : before.fastLph(),
                before.slow());
    }

    private List<TankMinute> recent(List<TankMinute> minutes) {
        TankMinute newest = minutes.get(minutes.size() - 1);
        long fromMs = newest.atMs() - settings.fastLeakSpanMin() * 60_000L;
        return minutes.stream()
                .filter(minute -> minute.atMs() > fromMs && minute.segment() == newest.segment())
                .toList();
    }

    /** The state after a complete block. */
    LeakState slow(LeakState before, List<BalanceBlock> blocks, double meterError) {
        if (before.slow() != null) {
            if (isRepaired(before.slow(), blocks, meterError)) {
                return new LeakState(before.fast(), before.fastLph(), null);
            }
            LossEstimate now = worst(blocks, meterError);
            return new LeakState(
                    before.fast(), before.fastLph(), now == null ? before.slow() : now);
        }
        return new LeakState(before.fast(), before.fastLph(), worst(blocks, meterError));
    }

    private LossEstimate worst(List<BalanceBlock> blocks, double meterError) {
        LossEstimate worst = null;
        for (int hours : ONSETS_H) {
            LossEstimate loss = LossFit.of(blocks, onset(blocks, hours), meterError);
            boolean significant =
                    loss.hours() >= LEAST_H
                            && loss.sigmas() >= settings.slowLeakSigma()
                            && loss.leakLph() >= settings.slowLeakLph()
                            && loss.litres() >= settings.slowLeakL()
                            && !isRepaired(loss, blocks, meterError);
            if (significant && (worst == null || loss.sigmas() > worst.sigmas())) {
                worst = loss;
            }
        }
        return worst;
    }

    /**
     * Whether the loss of the last hours alone is below half of the leak, beyond its error. Times
     * longer than the leak say nothing: before it there was no loss.
     */
    private static boolean isRepaired(
            LossEstimate leak, List<BalanceBlock> blocks, double meterError) {
        for (int hours : REPAIRED_H) {
            if (hours > leak.hours() + 0.5) {
                return false;
            }
            long fromMs = onset(blocks, hours);
            List<BalanceBlock> last =
                    blocks.stream().filter(block -> block.atMs() >= fromMs).toList();
            LossEstimate now = LossFit.of(last, fromMs, meterError);
            if (now.leakLph() + now.leakErrorLph() < leak.leakLph() / 2) {
                return true;
            }
        }
        return false;
    }

    private static long onset(List<BalanceBlock> blocks, int hours) {
        return blocks.isEmpty() ? 0 : blocks.get(blocks.size() - 1).atMs() - hours * HOUR_MS;
    }
}
