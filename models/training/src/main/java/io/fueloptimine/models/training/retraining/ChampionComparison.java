package io.fueloptimine.models.training.retraining;

import io.fueloptimine.models.fuel.FuelExpectation;
import io.fueloptimine.models.fuel.FuelModel;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.training.evaluation.PairedComparison;
import io.fueloptimine.models.training.evaluation.PredictedRow;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Compares a candidate model with the champion on windows on which the candidate was not trained.
 */
final class ChampionComparison {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final List<FuelWindow> windows;
    private final FuelModel champion;
    private final PairedComparison gain;
    private final double marginPct;

    /**
     * Creates the comparison.
     *
     * @param windows the windows for the comparison, of machines of known classes, in order of
     *     time, at least one
     */
    ChampionComparison(
            List<FuelWindow> windows,
            FuelModel champion,
            FuelModel candidate,
            double marginPct,
            long seed) {
        this.windows = windows;
        this.champion = champion;
        this.marginPct = marginPct;
        this.gain =
                PairedComparison.of(
                        predictions(windows, champion), predictions(windows, candidate), seed);
    }

    PairedComparison gain() {
        return gain;
    }

    /**
     * Promotes a candidate that is significantly better by the margin, and makes a candidate with a
     * lower error the challenger. With fewer than {@link PairedComparison#FEWEST_MACHINES} trucks
     * no candidate is promoted.
     */
    RetrainingDecision decision() {
        if (gain.betterBy(marginPct)) {
            return RetrainingDecision.PROMOTE;
        }
        return gain.mae().gainPct() > 0 ? RetrainingDecision.CHALLENGE : RetrainingDecision.DISCARD;
    }

    /** The measured errors on which the decision is based, worded as a part of a sentence. */
    String figures() {
        return String.format(
                Locale.ROOT,
                "MAE %.3f L against %.3f of %s on %,d windows of %d trucks from %s to %s that it"
                        + " was not trained on, %.1f %% smaller (%.1f to %.1f at 95 %%), %s",
                gain.mae().challengerL(),
                gain.mae().championL(),
                nameOf(champion),
                gain.rows(),
                gain.machines(),
                CLOCK.format(windows.get(0).start()),
                CLOCK.format(windows.get(windows.size() - 1).end()),
                gain.mae().gainPct(),
                gain.mae().gainPctInterval().low(),
                gain.mae().gainPctInterval().high(),
                gain.beyond(marginPct));
    }

    static String clock(Instant time) {
        return CLOCK.format(time);
    }

    static String nameOf(FuelModel model) {
        return model.name() + " version " + model.version();
    }

    private static List<PredictedRow> predictions(List<FuelWindow> windows, FuelModel model) {
        return windows.stream().map(window -> predictions(window, model.expect(window))).toList();
    }

    private static PredictedRow predictions(FuelWindow window, FuelExpectation expected) {
        return new PredictedRow(
                window.machineId(),
                window.equipmentClass(),
                null,
                null,
                window.fuelL(),
                expected.expectedL(),
                expected.lowL(),
                expected.highL());
    }
}
