package io.fueloptimine.models.training.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The reduction of the errors by a challenger against a champion, on the same rows.
 *
 * <p>The errors of champion and challenger are resampled together, machine by machine. A machine
 * that is hard to predict increases the errors of both models and cancels out in the difference.
 * Much smaller gains are therefore significant than with two separate intervals.
 *
 * @param rows the number of rows
 * @param machines the number of machines
 * @param mae the gain in mean absolute error
 * @param rmse the gain in root mean squared error
 */
public record PairedComparison(int rows, int machines, Gain mae, Gain rmse) {

    /**
     * The minimum number of machines for a significant gain. A percentile interval lies above zero
     * whenever every machine shows a gain. For equal models this happens by chance with probability
     * 1/4 with two machines and 1/8 with three; with five machines the probability is 1/32, close
     * to the nominal level.
     */
    public static final int FEWEST_MACHINES = 5;

    private static final double PERCENT = 100;

    /**
     * The gain in one measure of error.
     *
     * @param championL the champion's error, L
     * @param challengerL the challenger's error, L
     * @param gainPct reduction of the error by the challenger, % of the champion's error; below 0
     *     when the challenger's error is larger, NaN when the champion's error is 0
     * @param gainPctInterval 95 % confidence interval of the gain, %; unknown for one machine
     * @param gainLInterval 95 % confidence interval of the gain, L
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
     * @param champion the predictions of the champion
     * @param challenger the predictions of the challenger for the same rows, in the same order
     * @throws IllegalArgumentException when the rows differ, or there are none
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
     * Whether the challenger's mean absolute error is smaller by more than a margin with 95 %
     * confidence, that is, whether the lower end of the gain's interval lies above the margin.
     * Always false for fewer than {@value #FEWEST_MACHINES} machines. For an equally good
     * challenger the probability of a wrong {@code true} is about 1/40, and higher if {@link
     * #machines} is small.
     *
     * @param marginPct the margin, % of the champion's mean absolute error
     */
    public boolean betterBy(double marginPct) {
        return machines >= FEWEST_MACHINES && mae.gainPctInterval().low() > marginPct;
    }

    /** Describes the result of {@link #betterBy} for a report, worded as the end of a sentence. */
    public String beyond(double marginPct) {
        String tooFew =
                machines < FEWEST_MACHINES
                        ? String.format(
                                Locale.ROOT, ", which needs at least %d machines", FEWEST_MACHINES)
                        : "";
        return String.format(
                Locale.ROOT,
                "%s the margin of %.1f %%%s",
                betterBy(marginPct) ? "beyond" : "not significantly beyond",
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
                    "champion and challenger must be evaluated on the same rows, were on "
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
