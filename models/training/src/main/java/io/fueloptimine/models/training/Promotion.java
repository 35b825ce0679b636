package io.fueloptimine.models.training;

import io.fueloptimine.models.fuel.LearntForests;
import io.fueloptimine.models.training.evaluation.PairedComparison;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a new model becomes champion, and why, in a sentence for those who run the mine.
 *
 * @param deserved whether it does
 * @param reason why or why not
 */
public record Promotion(boolean deserved, String reason) {

    /** A gain below this is not worth a change of every residual's meaning, % of the MAE. */
    public static final double USUAL_MARGIN_PCT = 1;

    /**
     * Compares both on the rows that the new model was judged on.
     *
     * @param champion the forests that score now; empty when nothing does
     * @param marginPct by how much the MAE must be smaller, %, at the lower end of the interval of
     *     95 % confidence over machines
     */
    public static Promotion of(
            TrainedModel challenger,
            Optional<LearntForests> champion,
            double marginPct,
            long seed) {
        if (champion.isEmpty()) {
            return new Promotion(true, "there was no champion");
        }
        PairedComparison gain =
                PairedComparison.of(
                        ForestJudging.of(challenger.test(), champion.get()),
                        challenger.verdict().judged(),
                        seed);
        boolean better = gain.betterBy(marginPct);
        return new Promotion(better, sentence(gain, better, marginPct));
    }

    private static String sentence(PairedComparison gain, boolean better, double marginPct) {
        return String.format(
                Locale.ROOT,
                "MAE %.4f L against the champion's %.4f L on %,d rows of %d machines: %.1f %% smaller"
                        + " (%.1f to %.1f at 95 %%), %s the margin of %.1f %%",
                gain.mae().challengerL(),
                gain.mae().championL(),
                gain.rows(),
                gain.machines(),
                gain.mae().gainPct(),
                gain.mae().gainPctInterval().low(),
                gain.mae().gainPctInterval().high(),
                better ? "beyond" : "not surely beyond",
                marginPct);
    }
}
