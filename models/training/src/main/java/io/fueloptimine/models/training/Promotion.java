package io.fueloptimine.models.training;

import io.fueloptimine.models.fuel.registry.FeatureSchema;
import io.fueloptimine.models.fuel.registry.RegisteredModel;
import io.fueloptimine.models.training.evaluation.PairedComparison;
import io.fueloptimine.models.training.evaluation.PredictedRow;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a new model becomes champion, with the reason in one sentence.
 *
 * @param approved whether the model becomes champion
 * @param reason the figures behind the decision
 */
public record Promotion(boolean approved, String reason) {

    /**
     * The default margin, % of the MAE. A smaller gain does not justify a new baseline for all
     * residuals.
     */
    public static final double USUAL_MARGIN_PCT = 1;

    /**
     * Compares both models on the test set of the new model: the later hours of machines that it
     * was not trained on. Without a champion, or when the champion has other features, the new
     * model is compared with haul physics instead, on every machine, by its out-of-fold
     * predictions.
     *
     * <p>A model whose MAE on its own test is not below that of every baseline is never approved.
     *
     * @param champion the version that scores now; empty when nothing does
     * @param marginPct the minimum reduction of the MAE, %, at the lower end of the 95 % confidence
     *     interval over machines
     */
    public static Promotion of(
            TrainedModel challenger,
            Optional<RegisteredModel> champion,
            double marginPct,
            long seed) {
        Opponent opponent = Opponent.of(challenger, champion);
        PairedComparison gain = PairedComparison.of(opponent.expected(), opponent.ours(), seed);
        Optional<String> unbeaten = challenger.draft().metadata().unbeatenBaseline();
        return new Promotion(
                gain.betterBy(marginPct) && unbeaten.isEmpty(),
                opponent.preface()
                        + sentence(gain, opponent, marginPct)
                        + unbeaten.map(reason -> "; " + reason).orElse(""));
    }

    private static String sentence(PairedComparison gain, Opponent opponent, double marginPct) {
        return String.format(
                Locale.ROOT,
                "MAE %.4f L against %.4f L of %s on %,d rows of %d machines: %.1f %% smaller"
                        + " (%.1f to %.1f at 95 %%), %s",
                gain.mae().challengerL(),
                gain.mae().championL(),
                opponent.name(),
                gain.rows(),
                gain.machines(),
                gain.mae().gainPct(),
                gain.mae().gainPctInterval().low(),
                gain.mae().gainPctInterval().high(),
                gain.beyond(marginPct));
    }

    /**
     * The predictor that the new model is compared with.
     *
     * @param preface why the champion is not used; empty when it is
     * @param name its name
     * @param expected its predictions
     * @param ours the predictions of the new model for the same rows
     */
    private record Opponent(
            String preface, String name, List<PredictedRow> expected, List<PredictedRow> ours) {

        static Opponent of(TrainedModel challenger, Optional<RegisteredModel> champion) {
            if (champion.isEmpty()) {
                return physics("there was no champion", challenger);
            }
            FeatureSchema known = champion.get().metadata().schema();
            if (!known.equals(challenger.draft().metadata().schema())) {
                return physics("the champion has other features", challenger);
            }
            return new Opponent(
                    "",
                    "the champion",
                    ForestPredictions.of(challenger.test(), champion.get().forests()),
                    challenger.evaluation().predictions());
        }

        private static Opponent physics(String why, TrainedModel challenger) {
            return new Opponent(
                    why + ", so it was compared with physics: ",
                    "physics",
                    challenger.evaluation().physics(),
                    challenger.evaluation().unseen());
        }
    }
}
