package io.fueloptimine.models.training;

import io.fueloptimine.models.fuel.FuelFeatures;
import io.fueloptimine.models.fuel.LearntForests;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.PhysicsModel;
import io.fueloptimine.models.fuel.XgboostModel;
import io.fueloptimine.models.fuel.registry.FeatureSchema;
import io.fueloptimine.models.fuel.registry.ForestFiles;
import io.fueloptimine.models.fuel.registry.ModelMetadata;
import io.fueloptimine.models.fuel.registry.ModelMetrics;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.fuel.registry.ParityProof;
import io.fueloptimine.models.fuel.registry.TrainingData;
import io.fueloptimine.models.mine.FuelWindow;
import io.fueloptimine.models.training.boost.BoostSettings;
import io.fueloptimine.models.training.boost.Forest;
import io.fueloptimine.models.training.boost.ForestTrainer;
import io.fueloptimine.models.training.boost.Objective;
import io.fueloptimine.models.training.boost.Parity;
import io.fueloptimine.models.training.table.TableSplit;
import io.fueloptimine.models.training.table.TrainingTable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Trains the fuel model of haul trucks: boosted trees over {@link FuelFeatures}, monotone in load,
 * climb and physics, as many as validation wants, judged on machines and hours they never saw
 * against two named baselines. The same windows and settings give the same bytes.
 */
public final class FuelModelTrainer {

    /** The name under which fuel models are registered. */
    public static final String MODEL_NAME = ModelRegistry.FUEL_WINDOW;

    /** The model's own metrics in its metadata, beside those of the baselines. */
    public static final String MODEL = ModelMetadata.MODEL;

    /** The baseline that expects what haul physics says. */
    public static final String PHYSICS = "physics";

    /** The baseline that expects the training data's mean burn of every minute. */
    public static final String MEAN = "mean";

    /** More load, more climb, more work by physics: never less diesel. */
    private static final Set<String> NEVER_LESS =
            Set.of("payload_t", "climb_m_per_min", "physics_l_per_min");

    private static final int FEWEST_WINDOWS = 500;

    /** Half-seen minutes are noise to learn from; they are still judged. */
    private static final double LEAST_COVERED_MIN = 0.5;

    private final BoostSettings settings;
    private final MachineClasses classes;
    private final ForestTrainer trainer;

    /** Small enough to ship, large enough to meet physics where physics is wrong. */
    public static BoostSettings settings(long seed) {
        return new BoostSettings(seed, 150, 6, 0.1, 20);
    }

    /**
     * A trainer for one mine.
     *
     * @param classes the figures of its machine classes; windows of others are left out
     */
    public FuelModelTrainer(BoostSettings settings, MachineClasses classes) {
        this.settings = settings;
        this.classes = classes;
        this.trainer = new ForestTrainer(settings, NEVER_LESS);
    }

    /**
     * Trains, judges and proves one model.
     *
     * @param windows the history, in any order
     * @param source what made it, in words
     * @throws TrainingException when there is too little history, or when plain Java and XGBoost
     *     disagree on any row of validation or test
     */
    public TrainedModel train(List<FuelWindow> windows, String source) {
        List<FuelWindow> known = WindowTable.known(windows, classes);
        requireEnough(known);
        TrainingTable table = WindowTable.of(known, classes);
        TableSplit split = TableSplit.of(table, LEAST_COVERED_MIN);
        if (split.test().rows() == 0 || split.validation().rows() == 0) {
            throw new TrainingException("no class has three trucks, so none can be held out");
        }
        Forest forest = trainer.train(split.training(), split.validation(), Objective.EXPECTED);
        int proven = Parity.prove(forest, split.validation()) + Parity.prove(forest, split.test());
        List<FuelWindow> test = test(known, split);
        Map<String, ModelMetrics> metrics = metrics(forest, test, split.training());
        return new TrainedModel(
                forest.json(), metadata(known, table, source, metrics, proven), test);
    }

    private static List<FuelWindow> test(List<FuelWindow> windows, TableSplit split) {
        Set<String> judged = new HashSet<>();
        split.test().origins().forEach(row -> judged.add(row.machineId() + row.time()));
        return windows.stream()
                .filter(window -> judged.contains(window.machineId() + window.start()))
                .toList();
    }

    private static void requireEnough(List<FuelWindow> windows) {
        if (windows.size() < FEWEST_WINDOWS) {
            throw new TrainingException(
                    String.format(
                            "the history has %d windows of haul trucks of known classes,"
                                    + " expected at least %d",
                            windows.size(), FEWEST_WINDOWS));
        }
    }

    private Map<String, ModelMetrics> metrics(
            Forest forest, List<FuelWindow> test, TrainingTable training) {
        double sum = 0;
        for (float litres : training.labels()) {
            sum += litres;
        }
        double mean = sum / training.rows();
        XgboostModel model =
                new XgboostModel(
                        MODEL_NAME, "0", LearntForests.of(forest.trees()), classes, classes);
        PhysicsModel physics = new PhysicsModel(classes);
        return Map.of(
                MODEL, Evaluation.of(test, model::expectedLitres),
                PHYSICS, Evaluation.of(test, physics::expectedLitres),
                MEAN, Evaluation.of(test, w -> mean * FuelFeatures.minutes(w)));
    }

    private ModelMetadata metadata(
            List<FuelWindow> windows,
            TrainingTable table,
            String source,
            Map<String, ModelMetrics> metrics,
            int proven) {
        Map<String, String> parameters =
                trainer.parameters(table, Objective.EXPECTED).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().toString()));
        TrainingData data =
                new TrainingData(
                        source,
                        windows.size(),
                        table.machines(),
                        windows.get(0).start(),
                        windows.get(windows.size() - 1).end(),
                        table.fingerprint());
        return ModelMetadata.draft(
                MODEL_NAME,
                FeatureSchema.FUEL_WINDOW,
                classesIn(windows),
                settings.seed(),
                parameters,
                data,
                metrics,
                new ParityProof(proven, List.of(ForestFiles.EXPECTED)));
    }

    /** A model covers the classes it saw, not all that the mine has. */
    private MachineClasses classesIn(List<FuelWindow> windows) {
        return MachineClasses.of(
                windows.stream()
                        .map(FuelWindow::equipmentClass)
                        .distinct()
                        .map(classes::truck)
                        .toList(),
                classes.auxiliaryLph());
    }
}
