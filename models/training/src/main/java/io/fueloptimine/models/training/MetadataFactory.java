package io.fueloptimine.models.training;

import io.fueloptimine.models.fuel.IntervalCalibration;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.registry.ConfidenceInterval;
import io.fueloptimine.models.fuel.registry.FeatureHistogram;
import io.fueloptimine.models.fuel.registry.ModelMetadata;
import io.fueloptimine.models.fuel.registry.ModelMetrics;
import io.fueloptimine.models.fuel.registry.ParityProof;
import io.fueloptimine.models.fuel.registry.TrainingData;
import io.fueloptimine.models.training.evaluation.BootstrapInterval;
import io.fueloptimine.models.training.evaluation.Evaluation;
import io.fueloptimine.models.training.evaluation.Measure;
import io.fueloptimine.models.training.table.RowOrigin;
import io.fueloptimine.models.training.table.TrainingTable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Creates the metadata of a trained model: its data, parameters and metrics. */
final class MetadataFactory {

    private static final int HISTOGRAM_BINS = 10;

    /** More than in the histograms of all rows, because live data are compared class by class. */
    private static final int CLASS_HISTOGRAM_BINS = 20;

    private static final Map<Measure, String> FIGURES =
            Map.of(
                    Measure.MAE, ModelMetrics.MAE_L,
                    Measure.RMSE, ModelMetrics.RMSE_L,
                    Measure.R2, ModelMetrics.R2,
                    Measure.MAPE, ModelMetrics.MAPE_PCT,
                    Measure.WAPE, ModelMetrics.WAPE_PCT,
                    Measure.BIAS, ModelMetrics.BIAS_L,
                    Measure.COVERAGE, ModelMetrics.COVERAGE_PCT);

    private final ModelRecipe recipe;
    private final MachineClasses classes;
    private final String source;

    MetadataFactory(ModelRecipe recipe, MachineClasses classes, String source) {
        this.recipe = recipe;
        this.classes = classes;
        this.source = source;
    }

    /**
     * Creates the metadata.
     *
     * @param table the complete training history
     * @param learnt the rows on which the forests were trained
     */
    ModelMetadata metadata(
            TrainingTable table,
            TrainingTable learnt,
            Map<String, Object> parameters,
            Map<String, Evaluation> evaluations,
            ParityProof proof,
            IntervalCalibration calibration) {
        return ModelMetadata.draft(
                        recipe.name(),
                        recipe.schema(),
                        classesIn(learnt),
                        recipe.settings().seed(),
                        texts(parameters),
                        data(table),
                        metrics(evaluations),
                        proof)
                .withCalibration(calibration)
                .withHistograms(histograms(table, HISTOGRAM_BINS))
                .withClassHistograms(classHistograms(table));
    }

    private static Map<String, String> texts(Map<String, Object> parameters) {
        return parameters.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().toString()));
    }

    private TrainingData data(TrainingTable table) {
        return new TrainingData(
                source,
                table.rows(),
                table.machines(),
                time(table, Comparator.reverseOrder()),
                time(table, Comparator.naturalOrder()),
                table.fingerprint());
    }

    private static Instant time(TrainingTable table, Comparator<Instant> last) {
        return table.origins().stream().map(RowOrigin::time).max(last).orElseThrow();
    }

    private static Map<String, ModelMetrics> metrics(Map<String, Evaluation> evaluations) {
        Map<String, ModelMetrics> metrics = new TreeMap<>();
        evaluations.forEach((name, evaluation) -> metrics.put(name, metrics(evaluation)));
        return metrics;
    }

    private static ModelMetrics metrics(Evaluation evaluation) {
        Map<String, Double> figures = new TreeMap<>();
        Map<String, ConfidenceInterval> confidence = new TreeMap<>();
        FIGURES.forEach(
                (measure, name) -> {
                    figures.put(name, measure.of(evaluation.metrics()));
                    BootstrapInterval interval = evaluation.interval(measure);
                    if (interval.known()) {
                        confidence.put(
                                name, new ConfidenceInterval(interval.low(), interval.high()));
                    }
                });
        return new ModelMetrics(evaluation.metrics().rows(), figures, confidence);
    }

    private static Map<String, List<FeatureHistogram>> classHistograms(TrainingTable table) {
        List<RowOrigin> origins = table.origins();
        Map<String, List<FeatureHistogram>> byClass = new TreeMap<>();
        origins.stream()
                .map(RowOrigin::equipmentClass)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(
                        name ->
                                byClass.put(
                                        name,
                                        histograms(
                                                table.where(
                                                        row ->
                                                                name.equals(
                                                                        origins.get(row)
                                                                                .equipmentClass())),
                                                CLASS_HISTOGRAM_BINS)));
        return byClass;
    }

    private static List<FeatureHistogram> histograms(TrainingTable table, int bins) {
        return IntStream.range(0, table.width())
                .mapToObj(
                        column ->
                                FeatureHistogram.of(
                                        table.features().get(column), table.column(column), bins))
                .toList();
    }

    /** The machine classes in the training rows; a model covers only these classes. */
    private MachineClasses classesIn(TrainingTable learnt) {
        return MachineClasses.of(
                learnt.origins().stream()
                        .map(RowOrigin::equipmentClass)
                        .distinct()
                        .map(classes::truck)
                        .toList(),
                classes.auxiliaryLph());
    }
}
