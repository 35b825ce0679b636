package io.fueloptimine.models.alarm.tank;

import java.util.ArrayList;
import java.util.List;

/**
 * The balance of a tank over two days in blocks of ten minutes. Immutable.
 *
 * @param blocks the complete blocks, oldest first
 * @param open the minutes of the present block
 */
public record BalanceBlocks(List<BalanceBlock> blocks, List<TankMinute> open) {

    /** No minutes yet. */
    public static final BalanceBlocks NONE = new BalanceBlocks(List.of(), List.of());

    private static final long BLOCK_MS = 10 * 60_000L;
    private static final long KEPT_MS = 48 * 3_600_000L;

    /** Levels beyond these are cut off at the end of the sensor's range, % of the tank. */
    private static final double LOWEST_PCT = 1.5;

    private static final double HIGHEST_PCT = 98.5;

    /** Standard error of a block's level while fuel sloshes, which averages the steps, steps. */
    private static final double MOVING_STEPS = 0.15;

    /**
     * Standard error of a block's level at a standstill, steps. It is twice that of one rounded
     * value, because the blocks of a standstill have the same error.
     */
    private static final double STANDING_STEPS = 0.58;

    /** Adds a minute without a step. Returns this when the level is at the end of its range. */
    BalanceBlocks with(TankMinute minute, TankSettings settings, double tankL) {
        double pct = minute.levelL() / tankL * 100;
        if (pct < LOWEST_PCT || pct > HIGHEST_PCT) {
            return this;
        }
        BalanceBlocks closed = isOver(minute) ? closed(settings, tankL) : this;
        List<TankMinute> next = new ArrayList<>(closed.open);
        next.add(minute);
        return new BalanceBlocks(closed.blocks, next);
    }

    /** Whether the present block ends before this minute. */
    boolean isOver(TankMinute minute) {
        return !open.isEmpty()
                && (minute.atMs() - open.get(0).atMs() >= BLOCK_MS
                        || minute.segment() != open.get(0).segment());
    }

    /** Without the minutes and blocks since a time, whose balance has a step. */
    BalanceBlocks before(long fromMs) {
        return new BalanceBlocks(
                blocks.stream().filter(block -> block.atMs() < fromMs).toList(), List.of());
    }

    private BalanceBlocks closed(TankSettings settings, double tankL) {
        double stepL = settings.levelStepPct() / 100 * tankL;
        double balanceL = 0;
        double meteredL = 0;
        double atMs = 0;
        int moving = 0;
        TankMinute first = open.get(0);
        for (TankMinute minute : open) {
            balanceL += minute.balanceL() / open.size();
            meteredL += minute.meteredL() / open.size();
            atMs += (double) (minute.atMs() - first.atMs()) / open.size();
            moving += minute.standing() ? 0 : 1;
        }
        double errorL = stepL * (moving > open.size() / 2 ? MOVING_STEPS : STANDING_STEPS);
        long time = first.atMs() + Math.round(atMs);
        List<BalanceBlock> kept = new ArrayList<>();
        for (BalanceBlock block : blocks) {
            if (block.atMs() > time - KEPT_MS) {
                kept.add(block);
            }
        }
        kept.add(new BalanceBlock(first.segment(), time, balanceL, meteredL, errorL * errorL));
        return new BalanceBlocks(kept, List.of());
    }
}
