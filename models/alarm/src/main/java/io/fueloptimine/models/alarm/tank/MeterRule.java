package io.fueloptimine.models.alarm.tank;

import java.util.List;

/**
 * Finds wrong fuel meters between refuellings: a deviation between level and meter that grows with
 * the fuel burnt, far beyond its error, that explains the balance well and clearly better than a
 * leak does ({@link MeterFit}).
 */
final class MeterRule {

    /** Fuel without which a meter is not judged, % of the tank. */
    private static final double LEAST_METERED_PCT = 5;

    /** Largest share that is taken for a wrong meter; leaks of a few hours can be larger. */
    private static final double MOST_SHARE = 0.25;

    /** Standard errors of the deviation. */
    private static final double SIGMAS = 6;

    /** Distance of the sums of squares; 25 is that of five standard errors. */
    private static final double BETTER = 25;

    /** Largest variance around the fit, relative to that of the level sensor. */
    private static final double MOST_MISFIT = 2;

    /** Blocks after which a meter that was wrong is judged by the newer ones alone: a day. */
    private static final int LAST_BLOCKS = 144;

    private final TankSettings settings;

    MeterRule(TankSettings settings) {
        this.settings = settings;
    }

    /**
     * The deviation that is known after a complete block; null when there is none.
     *
     * @param before the deviation that was known before the block; null when there was none
     */
    MeterBias next(MeterBias before, List<BalanceBlock> blocks, double tankL) {
        MeterFit fit = MeterFit.of(blocks);
        MeterBias bias = fit.bias();
        boolean wrong =
                bias.meteredL() >= LEAST_METERED_PCT / 100 * tankL
                        && Math.abs(bias.share()) >= settings.biasPct() / 100
                        && Math.abs(bias.share()) <= MOST_SHARE
                        && Math.abs(bias.share()) >= SIGMAS * bias.errorShare()
                        && fit.misfit() <= MOST_MISFIT
                        && fit.betterThanLeak() >= BETTER;
        if (wrong) {
            return bias;
        }
        return before == null || isMended(before, blocks) ? null : before;
    }

    /** Whether the deviation of the last day alone is below half of it, beyond its error. */
    private static boolean isMended(MeterBias bias, List<BalanceBlock> blocks) {
        List<BalanceBlock> last =
                blocks.subList(Math.max(0, blocks.size() - LAST_BLOCKS), blocks.size());
        MeterBias now = MeterFit.of(last).bias();
        return Math.abs(now.share()) + 2 * now.errorShare() < Math.abs(bias.share()) / 2;
    }
}
