package io.fueloptimine.models.training;

import io.fueloptimine.models.fuel.registry.FeatureSchema;
import io.fueloptimine.models.fuel.registry.RegisteredModel;
import io.fueloptimine.models.training.evaluation.PairedComparison;
import io.fueloptimine.models.training.evaluation.PredictedRow;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a new model becomes champion, and why, in a sentence for those who run the mine.
 *
 * @param approved whether it does
 * @param reason why or why not
 */
public record Promotion(boolean approved, String reason) {

    /** A gain below this is not worth a change of every residual's meaning, % of the MAE. */
    public static final double USUAL_MARGIN_PCT = 1;

    /**
     * Compares both on the later hours of machines that the new model never saw. Where there is no
     * champion, or one that cannot answer for these rows because it knows other features, physics
     * scores, so physics is what has to be beaten: on every machine, since it learnt from none, by
     * what cross-validation expected.
     *
     * @param champion the version that scores now; empty when nothing does
     * @param marginPct by how much the MAE must be smaller, %, at the lower end of the interval of
     *     95 % confidence over machines
     */
    public static Promotion of(
            TrainedModel challenger,
            Optional<RegisteredModel> champion,
            double marginPct,
            long seed) {
        Rival rival = Rival.of(challenger, champion);
        PairedComparison gain = PairedComparison.of(rival.expected(), rival.ours(), seed);
        Optional<String> unbeaten = challenger.draft().metadata().unbeatenBaseline();
        return new Promotion(
                gain.betterBy(marginPct) && unbeaten.isEmpty(),
                rival.preface()
                        + sentence(gain, rival, marginPct)
                        + unbeaten.map(reason -> "; " + reason).orElse(""));
    }

    private static String sentence(PairedComparison gain, Rival rival, double marginPct) {
        return String.format(
                Locale.ROOT,
                "MAE %.4f L against %s %.4f L on %,d rows of %d machines: %.1f %% smaller"
                        + " (%.1f to %.1f at 95 %%), %s",
                gain.mae().challengerL(),
                rival.whose(),
                gain.mae().championL(),
                gain.rows(),
                gain.machines(),
                gain.mae().gainPct(),
                gain.mae().gainPctInterval().low(),
                gain.mae().gainPctInterval().high(),
                gain.beyond(marginPct));
    }

    /**
     * Who has to be beaten.
     *
     * @param preface why it is not the champion; empty when it is
     * @param whose its name, as an owner
     * @param expected what it expected of some rows
     * @param ours what the new model expected of the same
     */
    private record Rival(
            String preface, String whose, List<PredictedRow> expected, List<PredictedRow> ours) {

        static Rival of(TrainedModel challenger, Optional<RegisteredModel> champion) {
            if (champion.isEmpty()) {
                return physics("there was no champion", challenger);
            }
            FeatureSchema known = champion.get().metadata().schema();
            if (!known.equals(challenger.draft().metadata().schema())) {
                return physics("the champion knows other features", challenger);
            }
            return new Rival(
                    "",
                    "the champion's",
                    ForestPredictions.of(challenger.test(), champion.get().forests()),
                    challenger.evaluation().predictions());
        }

        private static Rival physics(String why, TrainedModel challenger) {
            return new Rival(
                    why + ", so it was held against physics: ",
                    "physics'",
                    challenger.evaluation().physics(),
                    challenger.evaluation().unseen());
        }
    }
}
