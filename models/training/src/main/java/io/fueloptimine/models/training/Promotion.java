package io.fueloptimine.models.training;

import io.fueloptimine.models.fuel.registry.FeatureSchema;
import io.fueloptimine.models.fuel.registry.RegisteredModel;
import io.fueloptimine.models.training.evaluation.PairedComparison;
import io.fueloptimine.models.training.evaluation.PredictedRow;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The decision whether a new model becomes champion, with the reason in one sentence.
 *
 * @param approved whether the model becomes champion
 * @param reason the reason, with the measured errors
 */
public record Promotion(boolean approved, String reason) {

    /**
     * The default minimum gain, % of the mean absolute error. A smaller gain does not justify a new
     * champion, because all residuals would then refer to another model.
     */
    public static final double USUAL_MARGIN_PCT = 1;

    /**
     * Compares the new model and the champion on the test set of the new model, which is the later
     * hours of machines outside its training set. Without a champion, or when the champion has
     * other features, the new model is compared with haul physics instead. That comparison uses all
     * machines and the out-of-fold predictions of the new model.
     *
     * <p>A model is never approved unless its mean absolute error on its own test set is below that
     * of every baseline.
     *
     * @param champion the version that is champion now; empty when there is none
     * @param marginPct the minimum reduction of the mean absolute error, %, at the lower end of the
     *     95 % confidence interval over machines
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
     * The predictor with which the new model is compared.
     *
     * @param preface why the champion is not used; empty when the champion is used
     * @param name the name of the predictor
     * @param expected the predictions of the predictor
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
