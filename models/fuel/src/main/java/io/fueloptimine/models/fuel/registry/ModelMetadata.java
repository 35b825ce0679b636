package io.fueloptimine.models.fuel.registry;

import io.fueloptimine.models.fuel.IntervalCalibration;
import io.fueloptimine.models.fuel.MachineClasses;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a registered model comes from and what it is worth. Says nothing that depends on when or
 * where it was trained, so that the same data and seed give the same files.
 *
 * @param name the model's name, such as {@code fuel-window}
 * @param version its number in the registry, from 1; 0 before it is registered
 * @param semanticVersion major: the feature schema; minor: the registry's number; patch: 0
 * @param schema the features it was trained on
 * @param classes the machine classes that it learnt from
 * @param seed the seed of history and training
 * @param parameters what it was trained with, as XGBoost names it
 * @param data what it was made from
 * @param metrics on held-out machines and time, of {@link #MODEL} and of each named baseline
 * @param parity on which rows plain Java and XGBoost's native code gave identical bits
 * @param calibration how the interval's ends are moved
 * @param histograms how each feature was spread over the history it was made from
 * @param forests what the registry knows of each forest's file; none before it is registered
 * @param attachments SHA-256 of each attachment by its path, hexadecimal
 */
public record ModelMetadata(
        String name,
        int version,
        String semanticVersion,
        FeatureSchema schema,
        MachineClasses classes,
        long seed,
        Map<String, String> parameters,
        TrainingData data,
        Map<String, ModelMetrics> metrics,
        ParityProof parity,
        IntervalCalibration calibration,
        List<FeatureHistogram> histograms,
        Map<String, StoredForest> forests,
        Map<String, String> attachments) {

    /** The model's own metrics, beside those of the baselines. */
    public static final String MODEL = "model";

    public ModelMetadata {
        Objects.requireNonNull(name, "name: expected text");
        Objects.requireNonNull(semanticVersion, "semanticVersion: expected text");
        Objects.requireNonNull(schema, "schema: expected a number and names");
        Objects.requireNonNull(classes, "classes: expected trucks and auxiliaryLph");
        Objects.requireNonNull(data, "data: expected what the model was trained on");
        Objects.requireNonNull(parity, "parity: expected rows and forests");
        Objects.requireNonNull(calibration, "calibration: expected lowShift and highShift");
        parameters = sorted(parameters);
        metrics = sorted(metrics);
        histograms = List.copyOf(histograms);
        forests = sorted(forests);
        attachments = sorted(attachments);
    }

    /** What the trainer says of a model; the registry adds the rest when it files it. */
    public static ModelMetadata draft(
            String name,
            FeatureSchema schema,
            MachineClasses classes,
            long seed,
            Map<String, String> parameters,
            TrainingData data,
            Map<String, ModelMetrics> metrics,
            ParityProof parity) {
        return new ModelMetadata(
                name,
                0,
                "",
                schema,
                classes,
                seed,
                parameters,
                data,
                metrics,
                parity,
                IntervalCalibration.NONE,
                List.of(),
                Map.of(),
                Map.of());
    }

    /** The same, compared with the champion on later windows that ended then. */
    public ModelMetadata comparedUntil(Instant end) {
        return of(data.comparedUntil(end), calibration, histograms);
    }

    /** The same with the interval's calibration. */
    public ModelMetadata withCalibration(IntervalCalibration moved) {
        return of(data, moved, histograms);
    }

    /** The same with the training data's histograms. */
    public ModelMetadata withHistograms(List<FeatureHistogram> spread) {
        return of(data, calibration, spread);
    }

    private ModelMetadata of(
            TrainingData itsData, IntervalCalibration moved, List<FeatureHistogram> spread) {
        return new ModelMetadata(
                name,
                version,
                semanticVersion,
                schema,
                classes,
                seed,
                parameters,
                itsData,
                metrics,
                parity,
                moved,
                spread,
                forests,
                attachments);
    }

    /** The same under a number, with its files. */
    ModelMetadata filedAs(
            int number, Map<String, StoredForest> forestFiles, Map<String, String> checksums) {
        return new ModelMetadata(
                name,
                number,
                schema.number() + "." + number + ".0",
                schema,
                classes,
                seed,
                parameters,
                data,
                metrics,
                parity,
                calibration,
                histograms,
                forestFiles,
                checksums);
    }

    /** How many trees the forest of the expectation has; 0 before it is registered. */
    public int trees() {
        StoredForest expected = forests.get(ForestFiles.EXPECTED);
        return expected == null ? 0 : expected.trees();
    }

    /** The model's own metrics; without any figure when it was not judged. */
    public ModelMetrics ownMetrics() {
        return metrics.getOrDefault(MODEL, new ModelMetrics(0, Map.of(), Map.of()));
    }

    /**
     * Why the model must not become champion: its MAE on its own test is not below that of every
     * baseline. Only baselines evaluated on as many rows are compared. Empty when the model beats
     * them all, or was not evaluated.
     */
    public Optional<String> unbeatenBaseline() {
        ModelMetrics own = ownMetrics();
        return metrics.entrySet().stream()
                .filter(entry -> !entry.getKey().startsWith(MODEL))
                .filter(entry -> entry.getValue().rows() == own.rows())
                .filter(entry -> entry.getValue().maeL() <= own.maeL())
                .min(Comparator.comparingDouble(entry -> entry.getValue().maeL()))
                .map(
                        entry ->
                                String.format(
                                        Locale.ROOT,
                                        "its MAE on its own test is %.4f L, not below the %.4f L of"
                                                + " the baseline %s",
                                        own.maeL(),
                                        entry.getValue().maeL(),
                                        entry.getKey()));
    }

    private static <T> SortedMap<String, T> sorted(Map<String, T> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
