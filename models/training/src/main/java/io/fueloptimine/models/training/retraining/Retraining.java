package io.fueloptimine.models.training.retraining;

import io.fueloptimine.models.fuel.FuelModel;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.XgboostModel;
import io.fueloptimine.models.mine.FuelWindow;
import io.fueloptimine.models.training.TrainedModel;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks for a model that is better than the champion for the mine as it is now.
 *
 * <p>A model learns only from what still holds: the windows since the fleet's residuals last
 * changed for good ({@link Regime}), of trucks that burn about what the others do. The newest of
 * them are kept from it; on these it is compared with the champion, machine by machine. What was
 * compared is what is promoted: nothing is trained again on all of them.
 *
 * <p>Stateless and thread-safe, if its trainer is.
 */
public final class Retraining {

    private final RetrainingSettings settings;
    private final MachineClasses classes;
    private final WindowModelTrainer trainer;

    /**
     * @param classes the figures of the mine's machine classes; windows of others are left out
     */
    public Retraining(
            RetrainingSettings settings, MachineClasses classes, WindowModelTrainer trainer) {
        this.settings = settings;
        this.classes = classes;
        this.trainer = trainer;
    }

    /**
     * Trains a candidate and holds it against the champion.
     *
     * @param history the newest windows, in order of time
     * @param champion the model that scores now; physics where there is none
     * @throws io.fueloptimine.models.training.TrainingException when no model can be made
     */
    public RetrainingProposal propose(List<FuelWindow> history, FuelModel champion) {
        TrainingSelection selection = selection(history, champion);
        if (selection.windows().size() < settings.fewestWindows()) {
            return tooFew(selection);
        }
        Instant judgedFrom = selection.timeAt(1 - settings.judgedShare());
        List<FuelWindow> learnt = selection.before(judgedFrom);
        TrainedModel candidate = trainer.train(learnt, selection.source(learnt));
        List<FuelWindow> predictions = selection.from(judgedFrom);
        ChampionComparison comparison = compare(predictions, champion, modelOf(candidate));
        Optional<String> unbeaten = candidate.draft().metadata().unbeatenBaseline();
        return new RetrainingProposal(
                unbeaten.isPresent() ? RetrainingDecision.DISCARD : comparison.decision(),
                comparison.figures()
                        + unbeaten.map(reason -> "; discarded because " + reason).orElse("")
                        + "; it was trained on "
                        + selection.source(learnt),
                selection.regime().since(),
                learnt.size(),
                Optional.of(candidate.comparedUntil(predictions.get(predictions.size() - 1).end())),
                Optional.of(comparison.gain()));
    }

    /**
     * Holds the challenger against the champion, on windows of the mine as it is now that played no
     * part in its training or in its becoming the challenger. They are counted from a fixed time
     * and looked at in ever doubled numbers: the first {@code fewestWindows * judgedShare}, then
     * the first twice as many, and so on. Until there are twice as many, another look sees the same
     * windows and says the same, so that a challenger that is no better does not win by being
     * looked at often.
     *
     * @param unseenFrom end of what the challenger was trained and compared on
     * @return empty when there are too few of them, or it has not won
     */
    public Optional<RetrainingProposal> wins(
            List<FuelWindow> history,
            FuelModel champion,
            FuelModel challenger,
            Instant unseenFrom) {
        TrainingSelection selection = selection(history, champion);
        List<FuelWindow> unseen =
                doubled(selection.from(countedFrom(selection.regime(), unseenFrom)));
        if (unseen.isEmpty()) {
            return Optional.empty();
        }
        ChampionComparison comparison = compare(unseen, champion, challenger);
        return comparison.decision() == RetrainingDecision.PROMOTE
                ? Optional.of(
                        new RetrainingProposal(
                                RetrainingDecision.PROMOTE,
                                "the challenger: " + comparison.figures(),
                                selection.regime().since(),
                                0,
                                Optional.empty(),
                                Optional.of(comparison.gain())))
                : Optional.empty();
    }

    /**
     * A history that reaches back no further than the newest days loses its first windows as new
     * ones come: of these the first whole day (UTC) is where counting begins.
     */
    private static Instant countedFrom(Regime regime, Instant unseenFrom) {
        return regime.changed() || !regime.since().isAfter(unseenFrom)
                ? unseenFrom
                : regime.since().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    }

    /** As many of the first as a look of doubled numbers takes; none when there are too few. */
    private List<FuelWindow> doubled(List<FuelWindow> unseen) {
        int count = (int) Math.ceil(settings.fewestWindows() * settings.judgedShare());
        if (unseen.size() < count) {
            return List.of();
        }
        while (count <= unseen.size() / 2) {
            count *= 2;
        }
        return unseen.subList(0, count);
    }

    private RetrainingProposal tooFew(TrainingSelection selection) {
        String reason =
                String.format(
                        Locale.ROOT,
                        "%,d windows of trucks in health since %s, expected at least %,d",
                        selection.windows().size(),
                        ChampionComparison.clock(selection.regime().since()),
                        settings.fewestWindows());
        return new RetrainingProposal(
                RetrainingDecision.WAIT,
                reason,
                selection.regime().since(),
                selection.windows().size(),
                Optional.empty(),
                Optional.empty());
    }

    private ChampionComparison compare(
            List<FuelWindow> windows, FuelModel champion, FuelModel candidate) {
        return new ChampionComparison(
                windows, champion, candidate, settings.marginPct(), settings.seed());
    }

    private FuelModel modelOf(TrainedModel candidate) {
        return new XgboostModel(
                candidate.draft().metadata().name(),
                "candidate",
                candidate.forests(),
                candidate.draft().metadata().classes(),
                classes);
    }

    private TrainingSelection selection(List<FuelWindow> history, FuelModel champion) {
        List<FuelWindow> known =
                history.stream()
                        .filter(window -> classes.truck(window.equipmentClass()) != null)
                        .filter(window -> window.coveredS() > 0)
                        .toList();
        if (known.isEmpty()) {
            return new TrainingSelection(
                    new Regime(Instant.EPOCH, false, Double.NaN), List.of(), Set.of());
        }
        Regime regime = Regime.newest(known, champion, settings.block(), settings.levels());
        List<FuelWindow> since = regime.of(known);
        Set<String> sick = sick(since, champion);
        List<FuelWindow> healthy =
                since.stream().filter(window -> !sick.contains(window.machineId())).toList();
        return new TrainingSelection(regime, healthy, sick);
    }

    /** Trucks far from the fleet; where they are many, it is not they that are sick. */
    private Set<String> sick(List<FuelWindow> windows, FuelModel champion) {
        Map<String, Double> ratios = new FleetResiduals(windows, champion).byTruck();
        if (ratios.isEmpty()) {
            return Set.of();
        }
        double fleet = FleetResiduals.ofFleet(ratios);
        Set<String> far =
                ratios.entrySet().stream()
                        .filter(truck -> Math.abs(truck.getValue() - fleet) > settings.sickRatio())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        return far.size() <= settings.mostSickShare() * ratios.size() ? far : Set.of();
    }
}
