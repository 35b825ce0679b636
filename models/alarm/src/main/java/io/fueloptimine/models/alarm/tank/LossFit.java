package io.fueloptimine.models.alarm.tank;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Separates a leak from a wrong meter. The balance of a tank is fitted by weighted least squares as
 * a constant for each part of the balance, minus a loss per hour since an onset, plus a share of
 * the fuel metered. Time and fuel can be separated because trucks burn at changing rates and stand
 * with the engine off. What is known of the meter beforehand, its standard error, enters as an
 * observation of the share; without this, no finite time would exclude a wrong meter at a steady
 * rate.
 *
 * <p>The standard errors are scaled by the scatter of the blocks where it exceeds the resolution of
 * the level sensor. Sums are those of textbooks (Draper and Smith, Applied Regression Analysis,
 * chapter 5).
 */
final class LossFit {

    /** Blocks that an estimate needs. */
    static final int LEAST_BLOCKS = 6;

    private LossFit() {}

    /**
     * Fits a loss that begins at a time.
     *
     * @param onsetMs beginning of the loss, ms since the epoch; before the first block for a loss
     *     of the whole time
     * @param meterError standard error of the meter, as a share
     */
    static LossEstimate of(List<BalanceBlock> blocks, long onsetMs, double meterError) {
        if (blocks.size() < LEAST_BLOCKS) {
            return LossEstimate.NONE;
        }
        Map<Integer, double[]> means = means(blocks, onsetMs);
        double tt = 0;
        double tm = 0;
        double mm = 0;
        double ta = 0;
        double ma = 0;
        double aa = 0;
        for (BalanceBlock block : blocks) {
            double[] mean = means.get(block.segment());
            double weight = 1 / block.variance();
            double hours = -(hours(block, onsetMs) - mean[1]);
            double metered = block.meteredL() - mean[2];
            double balance = block.balanceL() - mean[3];
            tt += weight * hours * hours;
            tm += weight * hours * metered;
            mm += weight * metered * metered;
            ta += weight * hours * balance;
            ma += weight * metered * balance;
            aa += weight * balance * balance;
        }
        int free = Math.max(1, blocks.size() - means.size() - 2);
        double scale = 1;
        double[] fit = solve(tt, tm, mm, ta, ma, meterError);
        for (int round = 0; round < 2; round++) {
            double squares =
                    aa
                            - 2 * (fit[0] * ta + fit[1] * ma)
                            + fit[0] * fit[0] * tt
                            + 2 * fit[0] * fit[1] * tm
                            + fit[1] * fit[1] * mm;
            scale = Math.max(1, squares / free);
            fit = solve(tt / scale, tm / scale, mm / scale, ta / scale, ma / scale, meterError);
        }
        double lastHours = hours(blocks.get(blocks.size() - 1), onsetMs);
        double firstHours = hours(blocks.get(0), onsetMs);
        return new LossEstimate(
                blocks.size(), lastHours - firstHours, fit[0], fit[2], fit[1], fit[3]);
    }

    private static double[] solve(
            double tt, double tm, double mm, double ta, double ma, double meterError) {
        double known = mm + 1 / (meterError * meterError);
        double determinant = tt * known - tm * tm;
        if (!(determinant > 1e-12 * tt * known)) {
            return new double[] {0, 0, Double.POSITIVE_INFINITY, meterError};
        }
        return new double[] {
            (ta * known - tm * ma) / determinant,
            (tt * ma - tm * ta) / determinant,
            Math.sqrt(known / determinant),
            Math.sqrt(tt / determinant)
        };
    }

    private static Map<Integer, double[]> means(List<BalanceBlock> blocks, long onsetMs) {
        Map<Integer, double[]> sums = new HashMap<>();
        for (BalanceBlock block : blocks) {
            double[] sum = sums.computeIfAbsent(block.segment(), key -> new double[4]);
            double weight = 1 / block.variance();
            sum[0] += weight;
            sum[1] += weight * hours(block, onsetMs);
            sum[2] += weight * block.meteredL();
            sum[3] += weight * block.balanceL();
        }
        for (double[] sum : sums.values()) {
            for (int i = 1; i < sum.length; i++) {
                sum[i] /= sum[0];
            }
        }
        return sums;
    }

    private static double hours(BalanceBlock block, long onsetMs) {
        return Math.max(0, block.atMs() - onsetMs) / 3_600_000.0;
    }
}
