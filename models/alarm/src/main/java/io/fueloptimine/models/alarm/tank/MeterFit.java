package io.fueloptimine.models.alarm.tank;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Compares two explanations of a falling balance: a loss in proportion to the fuel metered, which
 * is a wrong meter or level sensor, and a loss in proportion to time, which is a leak. Each is
 * fitted alone, for every onset in steps of half an hour, by weighted least squares with a constant
 * for each part of the balance; the sums of squares of the best onsets say which explains the
 * blocks better. They differ where trucks stand with the engine off, or burn at changing rates.
 *
 * @param bias the deviation in proportion to the fuel
 * @param misfit the variance of the blocks around it, relative to that of the level sensor; far
 *     above 1 when it does not explain the blocks
 * @param betterThanLeak by how much its sum of squares is below that of the best leak, in units of
 *     the blocks' variance; below 0 if a leak explains the blocks better
 */
record MeterFit(MeterBias bias, double misfit, double betterThanLeak) {

    /** Nothing can be fitted. */
    static final MeterFit NONE =
            new MeterFit(new MeterBias(0, 0, 0, Double.POSITIVE_INFINITY), 1, 0);

    private static final long HOUR_MS = 3_600_000L;

    /** Shortest time of a deviation, and of a leak that would explain the blocks, ms. */
    private static final long LEAST_MS = 4 * HOUR_MS;

    private static final long LEAST_LEAK_MS = HOUR_MS / 2;

    private static final long STEP_MS = HOUR_MS / 2;

    /** Fits the deviation with the onset that explains the blocks best. */
    static MeterFit of(List<BalanceBlock> blocks) {
        if (blocks.size() < LossFit.LEAST_BLOCKS) {
            return NONE;
        }
        BalanceBlock last = blocks.get(blocks.size() - 1);
        Line fuel = null;
        Line time = null;
        BalanceBlock since = null;
        long nextMs = Long.MIN_VALUE;
        for (BalanceBlock onset : blocks) {
            long ageMs = last.atMs() - onset.atMs();
            if (onset.atMs() < nextMs || ageMs < LEAST_LEAK_MS) {
                continue;
            }
            nextMs = onset.atMs() + STEP_MS;
            Line byTime = Line.of(blocks, one -> hours(onset, one));
            Line byFuel = Line.of(blocks, one -> Math.max(0, one.meteredL() - onset.meteredL()));
            if (ageMs >= LEAST_MS && (fuel == null || byFuel.squares < fuel.squares)) {
                fuel = byFuel;
                since = onset;
            }
            time = time == null || byTime.squares < time.squares ? byTime : time;
        }
        if (fuel == null) {
            return NONE;
        }
        double misfit = fuel.squares / fuel.free;
        MeterBias bias =
                new MeterBias(
                        hours(since, last),
                        last.meteredL() - since.meteredL(),
                        -fuel.slope,
                        Math.sqrt(Math.max(1, misfit) / fuel.information));
        return new MeterFit(bias, misfit, (time.squares - fuel.squares) / Math.max(1, misfit));
    }

    private static double hours(BalanceBlock onset, BalanceBlock block) {
        return Math.max(0, block.atMs() - onset.atMs()) / (double) HOUR_MS;
    }

    /** A fit of the balance with a constant for each part and one slope. */
    private record Line(double slope, double information, double squares, int free) {

        /** Fits blocks in the order of time, in which each part of the balance is one run. */
        static Line of(List<BalanceBlock> blocks, ToDoubleFunction<BalanceBlock> x) {
            double xx = 0;
            double xy = 0;
            double yy = 0;
            int parts = 0;
            for (int from = 0, to; from < blocks.size(); from = to) {
                double weights = 0;
                double meanX = 0;
                double meanY = 0;
                int segment = blocks.get(from).segment();
                parts++;
                for (to = from; to < blocks.size() && blocks.get(to).segment() == segment; to++) {
                    BalanceBlock block = blocks.get(to);
                    double weight = 1 / block.variance();
                    double dx = x.applyAsDouble(block) - meanX;
                    double dy = block.balanceL() - meanY;
                    weights += weight;
                    meanX += dx * weight / weights;
                    meanY += dy * weight / weights;
                    // Sums of squared deviations from the means, updated with each block.
                    double rest = weight * (1 - weight / weights);
                    xx += rest * dx * dx;
                    xy += rest * dx * dy;
                    yy += rest * dy * dy;
                }
            }
            double slope = xx > 0 ? xy / xx : 0;
            return new Line(
                    slope,
                    xx,
                    Math.max(0, yy - slope * xy),
                    Math.max(1, blocks.size() - parts - 1));
        }
    }
}
