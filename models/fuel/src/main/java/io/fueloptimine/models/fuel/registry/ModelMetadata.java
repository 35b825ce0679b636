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
 * The origin and the metrics of a registered model. The metadata contain no time or place of the
 * training, so that equal data and seeds give equal files.
 *
 * @param name the name of the model, such as {@code fuel-window}
 * @param version the version number in the registry, from 1; 0 before registration
 * @param semanticVersion the version as {@code major.minor.patch}; major is the number of the
 *     feature schema, minor is the version number and patch is 0
 * @param schema the schema of the features
 * @param classes the machine classes in the training data
 * @param seed the seed of the history and the training
 * @param parameters the training parameters by XGBoost's names
 * @param data the training data
 * @param metrics the metrics of {@link #MODEL} and of each baseline on held-out machines and hours
 * @param parity the proof that the Java scorer and XGBoost's native code give equal bits
 * @param calibration the calibration of the interval
 * @param histograms the distribution of each feature in the training history
 * @param classHistograms the distribution of each feature in the rows of one machine class, by the
 *     name of the class; empty in models of earlier releases
 * @param forests the stored forests by file name; empty before registration
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
        Map<String, List<FeatureHistogram>> classHistograms,
        Map<String, StoredForest> forests,
        Map<String, String> attachments) {

    /**
     * The name under which the metrics of the model itself are stored; baselines have other names.
     */
    public static final String MODEL = "model";

    public ModelMetadata {
        Objects.requireNonNull(name, "name: expected text");
        Objects.requireNonNull(semanticVersion, "semanticVersion: expected text");
        Objects.requireNonNull(schema, "schema: expected a number and names");
        Objects.requireNonNull(classes, "classes: expected trucks and auxiliaryLph");
        Objects.requireNonNull(data, "data: expected the training data");
        Objects.requireNonNull(parity, "parity: expected rows and forests");
        Objects.requireNonNull(calibration, "calibration: expected lowShift and highShift");
        parameters = sorted(parameters);
        metrics = sorted(metrics);
        histograms = List.copyOf(histograms);
        classHistograms = sorted(classHistograms);
        forests = sorted(forests);
        attachments = sorted(attachments);
    }

    /**
     * The metadata of a model before registration. The registry adds the version number and the
     * files.
     */
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
                Map.of(),
                Map.of());
    }

    /**
     * A copy of the metadata that records a comparison with the champion on later windows.
     *
     * @param end the end of the last window of the comparison
     */
    public ModelMetadata comparedUntil(Instant end) {
        return of(data.comparedUntil(end), calibration, histograms, classHistograms);
    }

    /** A copy of the metadata that records the snapshot of the lake that was read. */
    public ModelMetadata ofSnapshot(String id) {
        return of(data.ofSnapshot(id), calibration, histograms, classHistograms);
    }

    /** A copy of the metadata with a calibration of the interval. */
    public ModelMetadata withCalibration(IntervalCalibration newCalibration) {
        return of(data, newCalibration, histograms, classHistograms);
    }

    /** A copy of the metadata with the histograms of the training data. */
    public ModelMetadata withHistograms(List<FeatureHistogram> newHistograms) {
        return of(data, calibration, newHistograms, classHistograms);
    }

    /** A copy of the metadata with the histograms of the training data by machine class. */
    public ModelMetadata withClassHistograms(Map<String, List<FeatureHistogram>> byClass) {
        return of(data, calibration, histograms, byClass);
    }

    private ModelMetadata of(
            TrainingData newData,
            IntervalCalibration newCalibration,
            List<FeatureHistogram> newHistograms,
            Map<String, List<FeatureHistogram>> newClassHistograms) {
        return new ModelMetadata(
                name,
                version,
                semanticVersion,
                schema,
                classes,
                seed,
                parameters,
                newData,
                metrics,
                parity,
                newCalibration,
                newHistograms,
                newClassHistograms,
                forests,
                attachments);
    }

    /** A copy of the metadata with a version number and files. */
    ModelMetadata registeredAs(
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
                classHistograms,
                forestFiles,
                checksums);
    }

    /**
     * The number of trees of the forest that predicts the expected value; 0 before registration.
     */
    public int trees() {
        StoredForest expected = forests.get(ForestFiles.EXPECTED);
        return expected == null ? 0 : expected.trees();
    }

    /** The model's own metrics; empty if it was not evaluated. */
    public ModelMetrics ownMetrics() {
        return metrics.getOrDefault(MODEL, new ModelMetrics(0, Map.of(), Map.of()));
    }

    /**
     * The reason why the model must not become champion: its mean absolute error on its own test
     * data is not below that of every baseline. Only baselines that were evaluated on the same
     * number of rows are compared. Empty when the model is better than all these baselines, or was
     * not evaluated.
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
