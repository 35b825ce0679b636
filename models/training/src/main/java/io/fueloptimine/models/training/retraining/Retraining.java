package io.fueloptimine.models.training.retraining;

import io.fueloptimine.models.fuel.FuelModel;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.XgboostModel;
import io.fueloptimine.models.mine.consumption.FuelWindow;
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
 * Trains a candidate on the current state of the mine and compares it with the champion.
 *
 * <p>The candidate is trained on the windows since the last lasting change of the fleet's residuals
 * ({@link Regime}), without trucks whose residuals differ strongly from the fleet's. The newest of
 * these windows are held out; on them the candidate is compared with the champion, paired by
 * machine. The compared model itself becomes champion; it is not trained again on all windows. A
 * candidate that is less accurate than a baseline on its own test set is discarded.
 *
 * <p>Stateless and thread-safe if the trainer is.
 */
public final class Retraining {

    private final RetrainingSettings settings;
    private final MachineClasses classes;
    private final WindowModelTrainer trainer;

    /**
     * @param classes the machine classes of the mine; windows of other classes are left out
     */
    public Retraining(
            RetrainingSettings settings, MachineClasses classes, WindowModelTrainer trainer) {
        this.settings = settings;
        this.classes = classes;
        this.trainer = trainer;
    }

    /**
     * Trains a candidate and compares it with the champion.
     *
     * @param history the newest windows, in order of time
     * @param champion the present champion, or the physics model if there is none
     * @throws io.fueloptimine.models.training.TrainingException when no model can be trained
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
     * Compares the challenger with the champion on windows of the current regime that were used
     * neither for the challenger's training nor for its first comparison with the champion. The
     * windows are counted from a fixed time. The first comparison uses {@code fewestWindows *
     * judgedShare} windows, the next one twice as many, and so on. Until enough windows for the
     * next comparison have arrived, a repeated call compares the same windows and gives the same
     * result. If every new window caused another comparison, an equally good challenger would
     * eventually win by chance.
     *
     * @param unseenFrom the end of the windows on which the challenger was trained and first
     *     compared
     * @return empty when there are too few windows, or the challenger is not significantly better
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
     * The fixed time from which windows are counted. A history that covers only the newest days
     * loses its oldest windows as new windows arrive, so the time is the start of the first whole
     * day (UTC) of the history.
     */
    private static Instant countedFrom(Regime regime, Instant unseenFrom) {
        return regime.changed() || !regime.since().isAfter(unseenFrom)
                ? unseenFrom
                : regime.since().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    }

    /**
     * The first windows, limited to the largest number that results from doubling the minimum
     * number; none when there are too few.
     */
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
                        "%,d windows of trucks without a defect since %s, expected at least %,d",
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
        Set<String> defective = defective(since, champion);
        List<FuelWindow> remaining =
                since.stream().filter(window -> !defective.contains(window.machineId())).toList();
        return new TrainingSelection(regime, remaining, defective);
    }

    /**
     * Trucks whose residuals differ strongly from the fleet's residual. If there are many such
     * trucks, no truck is regarded as defective.
     */
    private Set<String> defective(List<FuelWindow> windows, FuelModel champion) {
        Map<String, Double> ratios = new FleetResiduals(windows, champion).byTruck();
        if (ratios.isEmpty()) {
            return Set.of();
        }
        double fleet = FleetResiduals.ofFleet(ratios);
        Set<String> far =
                ratios.entrySet().stream()
                        .filter(
                                truck ->
                                        Math.abs(truck.getValue() - fleet) > settings.defectRatio())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        return far.size() <= settings.mostDefectiveShare() * ratios.size() ? far : Set.of();
    }
}
