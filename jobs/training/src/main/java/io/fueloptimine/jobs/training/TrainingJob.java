package io.fueloptimine.jobs.training;

import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.registry.Alias;
import io.fueloptimine.models.fuel.registry.ChampionChangedException;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.fuel.registry.RegisteredModel;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import io.fueloptimine.models.training.CycleTable;
import io.fueloptimine.models.training.ModelRecipe;
import io.fueloptimine.models.training.ModelTrainer;
import io.fueloptimine.models.training.Promotion;
import io.fueloptimine.models.training.SettingsSearch;
import io.fueloptimine.models.training.TrainedModel;
import io.fueloptimine.models.training.WindowTable;
import io.fueloptimine.models.training.search.TpeSampler;
import io.fueloptimine.models.training.search.Trial;
import io.fueloptimine.models.training.table.TrainingTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Trains two fuel models on the history of a mine: one for fuel windows (fuel burnt by one machine
 * in one minute) and one for haul cycles. Each model is evaluated and registered as a new version.
 * A new version becomes the champion (the version that jobs use) if it is significantly better than
 * the current champion, or than the physics model if there is no champion. The same request
 * produces the same files.
 */
public final class TrainingJob {

    private static final String TRAINING = "Training and evaluating ";
    private static final int PERCENT = 100;

    private final TrainingProgress progress;

    public TrainingJob(TrainingProgress progress) {
        this.progress = progress;
    }

    /**
     * Trains, registers and promotes the models. All models are trained and compared with their
     * champions before the first model is registered, so that nothing is registered after a
     * failure. A history without truck states contains no haul cycles; in this case only the model
     * of fuel windows is trained.
     *
     * @throws io.fueloptimine.models.mine.input.InvalidInputException if the mine file is invalid
     * @throws io.fueloptimine.models.training.TrainingException if a model cannot be trained
     * @throws io.fueloptimine.models.mine.input.InvalidInputException if telemetry files are
     *     unusable
     * @throws io.fueloptimine.models.fuel.InvalidModelException if the registry contains a champion
     *     that cannot be read
     */
    public List<TrainingResult> run(TrainingRequest request) {
        MineSite mine = MineSiteFile.read(request.mineFile());
        MachineClasses classes = MachineClasses.of(mine);
        MineHistory history = request.history().read(mine, request.seed(), progress);
        progress.leftOut(UnusableHistory.lines(history, classes));
        List<Trained> trained = new ArrayList<>();
        trained.add(
                train(
                        request,
                        ModelRecipe.windows(request.seed()),
                        WindowTable.of(history.windows(), classes, history.averageLitres()),
                        classes,
                        history));
        if (!history.cycles().isEmpty()) {
            trained.add(
                    train(
                            request,
                            ModelRecipe.cycles(request.seed()),
                            CycleTable.of(history.cycles(), classes, history.averageLitres()),
                            classes,
                            history));
        }
        ModelRegistry registry = new ModelRegistry(request.registry(), classes);
        List<Candidate> candidates = trained.stream().map(one -> compare(registry, one)).toList();
        return candidates.stream().map(one -> file(registry, one)).toList();
    }

    private record Trained(ModelRecipe recipe, TrainedModel model) {}

    /**
     * A trained model and its comparison with the champion.
     *
     * @param champion the champion's version at the time of the comparison; 0 if there was no
     *     champion
     */
    private record Candidate(Trained trained, int champion, Promotion promotion) {}

    private Trained train(
            TrainingRequest request,
            ModelRecipe usual,
            TrainingTable table,
            MachineClasses classes,
            MineHistory history) {
        ModelRecipe recipe = request.searchTrials() == 0 ? usual : search(request, usual, table);
        progress.reached(TRAINING + recipe.name(), 0);
        TrainedModel model = new ModelTrainer(recipe).train(table, classes, history.source());
        progress.reached(TRAINING + recipe.name(), PERCENT);
        return new Trained(recipe, history.snapshot().map(model::ofSnapshot).orElse(model));
    }

    private ModelRecipe search(TrainingRequest request, ModelRecipe usual, TrainingTable table) {
        return new SettingsSearch(usual, table)
                .best(
                        TpeSampler.DEFAULT,
                        request.searchTrials(),
                        Optional.of(request.journal(usual.name())),
                        (trial, trials, best) ->
                                progress.reached(
                                        step(usual, best),
                                        PERCENT * (trial.number() + 1) / trials));
    }

    private static String step(ModelRecipe recipe, Optional<Trial> best) {
        String loss =
                best.map(trial -> String.format(Locale.ROOT, "%.5f", trial.value().orElseThrow()))
                        .orElse("none yet");
        return "Searching settings for " + recipe.name() + ", least loss " + loss;
    }

    private static Candidate compare(ModelRegistry registry, Trained trained) {
        String name = trained.recipe().name();
        OptionalInt champion = registry.championVersion(name);
        Optional<RegisteredModel> scoring =
                champion.isPresent()
                        ? Optional.of(registry.model(name, champion.getAsInt()))
                        : Optional.empty();
        return new Candidate(
                trained,
                champion.orElse(0),
                Promotion.of(
                        trained.model(),
                        scoring,
                        Promotion.USUAL_MARGIN_PCT,
                        trained.recipe().settings().seed()));
    }

    private static TrainingResult file(ModelRegistry registry, Candidate candidate) {
        TrainedModel model = candidate.trained().model();
        String name = candidate.trained().recipe().name();
        int version = registry.register(model.draft());
        return new TrainingResult(
                registry.metadata(name, version),
                model.evaluation(),
                promote(registry, name, version, candidate));
    }

    /**
     * Makes an approved candidate the champion, unless the champion has changed since the
     * comparison.
     */
    private static Promotion promote(
            ModelRegistry registry, String name, int version, Candidate candidate) {
        if (!candidate.promotion().approved()) {
            return candidate.promotion();
        }
        try {
            registry.promoteOver(candidate.champion(), name, Alias.CHAMPION, version);
            return candidate.promotion();
        } catch (ChampionChangedException e) {
            return new Promotion(false, e.getMessage() + "; train again to compare with it");
        }
    }
}
