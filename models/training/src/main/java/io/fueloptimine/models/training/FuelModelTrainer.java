package io.fueloptimine.models.training;

import io.fueloptimine.models.fuel.FuelFeatures;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.PhysicsModel;
import io.fueloptimine.models.fuel.XgboostModel;
import io.fueloptimine.models.fuel.registry.ModelMetadata;
import io.fueloptimine.models.fuel.registry.ModelMetrics;
import io.fueloptimine.models.fuel.trees.XgboostJson;
import io.fueloptimine.models.fuel.trees.XgboostTrees;
import io.fueloptimine.models.mine.FuelWindow;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Trains the fuel model of haul trucks: boosted trees over {@link FuelFeatures}, monotone in load,
 * climb and physics, as many as validation wants, judged on machines and hours they never saw
 * against two named baselines. The same windows and settings give the same bytes.
 */
public final class FuelModelTrainer {

    /** The name under which fuel models are registered. */
    public static final String MODEL_NAME = "fuel-window";

    /** The model's own metrics in its metadata, beside those of the baselines. */
    public static final String MODEL = "model";

    /** The baseline that expects what haul physics says. */
    public static final String PHYSICS = "physics";

    /** The baseline that expects the training data's mean burn of every minute. */
    public static final String MEAN = "mean";

    private static final int FEWEST_WINDOWS = 500;

    private static final Comparator<FuelWindow> IN_ORDER =
            Comparator.comparing(FuelWindow::start).thenComparing(FuelWindow::machineId);

    private final TrainingSettings settings;
    private final MachineClasses classes;

    /**
     * A trainer for one mine.
     *
     * @param classes the figures of its machine classes; windows of others are left out
     */
    public FuelModelTrainer(TrainingSettings settings, MachineClasses classes) {
        this.settings = settings;
        this.classes = classes;
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
        List<FuelWindow> known =
                windows.stream()
                        .filter(window -> classes.truck(window.equipmentClass()) != null)
                        .sorted(IN_ORDER)
                        .toList();
        requireEnough(known);
        WindowSplit split = WindowSplit.of(known);
        if (split.test().isEmpty() || split.validation().isEmpty()) {
            throw new TrainingException("no class has three trucks, so none can be held out");
        }
        FeatureTable training = FeatureTable.of(split.training(), classes);
        FeatureTable validation = FeatureTable.of(split.validation(), classes);
        int trees = bestSize(training, validation);
        try (NativeBooster booster = NativeBooster.train(training, settings.parameters(), trees)) {
            byte[] json = booster.json();
            XgboostTrees scorer = XgboostJson.read(json, "just trained");
            int proven =
                    Parity.prove(booster, scorer, validation)
                            + Parity.prove(booster, scorer, FeatureTable.of(split.test(), classes));
            ModelMetadata metadata =
                    metadata(known, source, scorer, metrics(scorer, split, training), proven);
            return new TrainedModel(json, metadata, split.test());
        }
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

    /** The number of trees that meets the later hours best. */
    private int bestSize(FeatureTable training, FeatureTable validation) {
        int most = settings.mostTrees();
        XgboostTrees trees;
        try (NativeBooster booster = NativeBooster.train(training, settings.parameters(), most)) {
            trees = XgboostJson.read(booster.json(), "on trial");
        }
        double[] squared = new double[most];
        for (int i = 0; i < validation.rows(); i++) {
            float[] staged = trees.predictStaged(validation.row(i));
            for (int size = 0; size < most; size++) {
                double error = staged[size] - validation.litresPerMinute()[i];
                squared[size] += error * error;
            }
        }
        int best = 0;
        for (int size = 1; size < most; size++) {
            best = squared[size] < squared[best] ? size : best;
        }
        return best + 1;
    }

    private Map<String, ModelMetrics> metrics(
            XgboostTrees trees, WindowSplit split, FeatureTable training) {
        double sum = 0;
        for (float litres : training.litresPerMinute()) {
            sum += litres;
        }
        double mean = sum / training.rows();
        XgboostModel model = new XgboostModel(MODEL_NAME, "0", trees, classes, classes);
        PhysicsModel physics = new PhysicsModel(classes);
        return Map.of(
                MODEL, Evaluation.of(split.test(), model::expectedLitres),
                PHYSICS, Evaluation.of(split.test(), physics::expectedLitres),
                MEAN, Evaluation.of(split.test(), w -> mean * FuelFeatures.minutes(w)));
    }

    private ModelMetadata metadata(
            List<FuelWindow> windows,
            String source,
            XgboostTrees trees,
            Map<String, ModelMetrics> metrics,
            int proven) {
        Map<String, String> parameters =
                settings.parameters().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().toString()));
        int machines = (int) windows.stream().map(FuelWindow::machineId).distinct().count();
        return new ModelMetadata(
                MODEL_NAME,
                0,
                "",
                FuelFeatures.NAMES,
                classesIn(windows),
                settings.seed(),
                parameters,
                trees.size(),
                new ModelMetadata.TrainingData(
                        source,
                        windows.size(),
                        machines,
                        FeatureTable.of(windows, classes).fingerprint()),
                metrics,
                proven,
                "");
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
