package io.fueloptimine.models.training.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * How much smaller a challenger's errors are than a champion's, on the same rows.
 *
 * <p>Both are resampled together, machine by machine: what makes a machine hard to predict is hard
 * for both and drops out of the difference, so far smaller gains can be told from luck than from
 * two separate intervals.
 *
 * @param rows how many rows both were judged on
 * @param machines how many machines those are of
 * @param mae the gain in mean absolute error
 * @param rmse the gain in root mean squared error
 */
public record PairedComparison(int rows, int machines, Gain mae, Gain rmse) {

    /**
     * With fewer machines nothing is sure. A percentile interval of two or three lies above zero
     * whenever all of them gain, which equal ones do by luck once in four or eight times; all of
     * five do once in 32, about what the interval allows.
     */
    public static final int FEWEST_MACHINES = 5;

    private static final double PERCENT = 100;

    /**
     * The gain in one measure of error.
     *
     * @param championL the champion's error, L
     * @param challengerL the challenger's error, L
     * @param gainPct how much smaller the challenger's error is, % of the champion's; below 0 when
     *     it is larger, NaN when the champion has none
     * @param gainPctInterval where the gain lies with 95 % confidence; unknown of one machine
     * @param gainLInterval the same in litres
     */
    public record Gain(
            double championL,
            double challengerL,
            double gainPct,
            BootstrapInterval gainPctInterval,
            BootstrapInterval gainLInterval) {}

    /**
     * Compares two predictors with 1,000 replicates.
     *
     * @param champion the rows with the champion's expectations
     * @param challenger the same rows, in the same order, with the challenger's
     * @throws IllegalArgumentException when the rows are not the same, or there are none
     */
    public static PairedComparison of(
            List<PredictedRow> champion, List<PredictedRow> challenger, long seed) {
        requireSameRows(champion, challenger);
        MachineSums first = MachineSums.of(champion, Metrics.WINDOW_MAPE_FLOOR_L);
        MachineSums second = MachineSums.of(challenger, Metrics.WINDOW_MAPE_FLOOR_L);
        ClusterBootstrap bootstrap = ClusterBootstrap.seeded(seed);
        return new PairedComparison(
                champion.size(),
                first.machines(),
                gain(first, second, bootstrap, ErrorSums::maeL),
                gain(first, second, bootstrap, ErrorSums::rmseL));
    }

    /**
     * Whether the challenger's MAE is smaller by more than a margin with 95 % confidence: the lower
     * end of the gain's interval lies above it; never so of fewer than {@value #FEWEST_MACHINES}
     * machines. By luck alone that happens to an equal challenger about once in 40 times; more
     * often where {@link #machines} is small.
     *
     * @param marginPct % of the champion's MAE
     */
    public boolean betterBy(double marginPct) {
        return machines >= FEWEST_MACHINES && mae.gainPctInterval().low() > marginPct;
    }

    /** What {@link #betterBy} says, as the end of a sentence. */
    public String beyond(double marginPct) {
        String tooFew =
                machines < FEWEST_MACHINES
                        ? String.format(
                                Locale.ROOT,
                                ", and fewer than %d machines make nothing sure",
                                FEWEST_MACHINES)
                        : "";
        return String.format(
                Locale.ROOT,
                "%s the margin of %.1f %%%s",
                betterBy(marginPct) ? "beyond" : "not surely beyond",
                marginPct,
                tooFew);
    }

    private static Gain gain(
            MachineSums champion,
            MachineSums challenger,
            ClusterBootstrap bootstrap,
            ToDoubleFunction<ErrorSums> error) {
        double championL = error.applyAsDouble(champion.whole());
        double challengerL = error.applyAsDouble(challenger.whole());
        return new Gain(
                championL,
                challengerL,
                pct(championL, challengerL),
                bootstrap.interval(
                        champion,
                        challenger,
                        pair -> pct(error.applyAsDouble(pair[0]), error.applyAsDouble(pair[1]))),
                bootstrap.interval(
                        champion,
                        challenger,
                        pair -> error.applyAsDouble(pair[0]) - error.applyAsDouble(pair[1])));
    }

    private static double pct(double championL, double challengerL) {
        return championL > 0 ? PERCENT * (championL - challengerL) / championL : Double.NaN;
    }

    private static void requireSameRows(
            List<PredictedRow> champion, List<PredictedRow> challenger) {
        if (champion.size() != challenger.size()) {
            throw new IllegalArgumentException(
                    "champion and challenger must be judged on the same rows, were on "
                            + champion.size()
                            + " and "
                            + challenger.size());
        }
        for (int i = 0; i < champion.size(); i++) {
            PredictedRow one = champion.get(i);
            PredictedRow other = challenger.get(i);
            if (!one.machineId().equals(other.machineId()) || one.actualL() != other.actualL()) {
                throw new IllegalArgumentException(
                        "row " + i + " must be the same for both, was " + one + " and " + other);
            }
        }
    }
}
