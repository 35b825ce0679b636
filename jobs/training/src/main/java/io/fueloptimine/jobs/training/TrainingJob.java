package io.fueloptimine.jobs.training;

import io.fueloptimine.jobs.simulator.pit.Conditions;
import io.fueloptimine.jobs.simulator.pit.Pit;
import io.fueloptimine.jobs.simulator.pit.PitSettings;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.registry.ModelMetrics;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.FuelWindow;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.MineSiteFile;
import io.fueloptimine.models.training.Evaluation;
import io.fueloptimine.models.training.FuelModelTrainer;
import io.fueloptimine.models.training.TrainedModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * Trains a fuel model on simulated history: a healthy mine is run without a broker, its telemetry
 * cut into windows, a model trained, judged and registered as the next version, and promoted when
 * it beats the champion on the same test or there is none. The same request gives the same files.
 */
public final class TrainingJob {

    private static final String SIMULATING = "Simulating the mine's history";
    private static final String TRAINING = "Training and judging the model";
    private static final int PERCENT = 100;

    private final TrainingProgress progress;

    public TrainingJob(TrainingProgress progress) {
        this.progress = progress;
    }

    /**
     * Does all of it; on failure nothing is registered.
     *
     * @throws io.fueloptimine.models.mine.InvalidMineSiteException when the mine file is at fault
     * @throws io.fueloptimine.models.training.TrainingException when no model can be made
     * @throws io.fueloptimine.models.fuel.InvalidModelException when the registry holds a champion
     *     that cannot be read
     */
    public TrainingResult run(TrainingRequest request) {
        MineSite site = MineSiteFile.read(request.mineFile());
        MachineClasses classes = MachineClasses.of(site);
        ModelRegistry registry = new ModelRegistry(request.registry(), classes);
        OptionalInt champion = registry.championVersion(FuelModelTrainer.MODEL_NAME);
        List<FuelWindow> windows = history(site, request.seed(), request.history());
        progress.reached(TRAINING, 0);
        TrainedModel trained =
                new FuelModelTrainer(FuelModelTrainer.settings(request.seed()), classes)
                        .train(windows, sourceOf(site, request));
        TrainingResult result = file(registry, champion, trained);
        progress.reached(TRAINING, PERCENT);
        return result;
    }

    private static TrainingResult file(
            ModelRegistry registry, OptionalInt champion, TrainedModel trained) {
        ModelMetrics previous = judge(registry, champion, trained);
        int version = registry.register(trained.draft());
        double rmseL = trained.metadata().metrics().get(FuelModelTrainer.MODEL).rmseL();
        boolean better = previous == null || rmseL < previous.rmseL();
        if (better) {
            registry.promote(FuelModelTrainer.MODEL_NAME, version);
        }
        return new TrainingResult(
                registry.metadata(FuelModelTrainer.MODEL_NAME, version),
                better,
                champion.orElse(0),
                previous);
    }

    private List<FuelWindow> history(MineSite site, long seed, Duration span) {
        PitSettings settings = PitSettings.of(seed);
        HistoryWindows windows = new HistoryWindows(site.site(), settings.start());
        Pit pit = new Pit(site, settings, Conditions.NONE, windows);
        Instant end = settings.start().plus(span);
        for (int percent = 0; percent < PERCENT; percent++) {
            progress.reached(SIMULATING, percent);
            pit.advanceTo(settings.start().plus(span.multipliedBy(percent + 1).dividedBy(PERCENT)));
        }
        pit.advanceTo(end.plusSeconds(1));
        return windows.windows();
    }

    private static String sourceOf(MineSite site, TrainingRequest request) {
        return String.format(
                "simulated mine %s, seed %d, %d h of healthy machines from %s",
                site.site(),
                request.seed(),
                request.history().toHours(),
                PitSettings.DEFAULT_START);
    }

    private static ModelMetrics judge(
            ModelRegistry registry, OptionalInt champion, TrainedModel trained) {
        return champion.isEmpty()
                ? null
                : Evaluation.of(
                        trained.test(),
                        registry.load(FuelModelTrainer.MODEL_NAME, champion.getAsInt())
                                ::expectedLitres);
    }
}
