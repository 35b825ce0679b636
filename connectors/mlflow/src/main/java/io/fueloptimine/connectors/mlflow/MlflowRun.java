package io.fueloptimine.connectors.mlflow;

import io.fueloptimine.models.fuel.registry.ConfidenceInterval;
import io.fueloptimine.models.fuel.registry.ForestFiles;
import io.fueloptimine.models.fuel.registry.ModelMetadata;
import io.fueloptimine.models.fuel.registry.ModelMetrics;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The metadata of a model version as an MLflow run. A run has metrics such as {@code model.maeL}
 * and {@code model.maeL.low}, parameters, and tags that begin with {@code fueloptimine.}
 *
 * @param name the display name
 * @param metrics numbers by name
 * @param parameters texts by name
 * @param tags texts by name
 */
record MlflowRun(
        String name,
        SortedMap<String, Double> metrics,
        SortedMap<String, String> parameters,
        SortedMap<String, String> tags) {

    /** The tag that identifies a version, because MLflow assigns its own numbers. */
    static final String IDENTITY = "fueloptimine.identity";

    /** The maximum length of a parameter value in MLflow before 2.8, characters. */
    private static final int MAX_PARAMETER_LENGTH = 500;

    private static final int MAX_TAG_LENGTH = 5_000;

    static MlflowRun of(ModelMetadata metadata) {
        return new MlflowRun(
                metadata.name() + " version " + metadata.version(),
                metricsOf(metadata.metrics()),
                parametersOf(metadata),
                tagsOf(metadata));
    }

    /**
     * The value of the tag {@link #IDENTITY}: the version number and the content hash. The hash
     * alone is not unique, because a repeated training makes another version with equal content.
     */
    static String identity(ModelMetadata metadata) {
        return metadata.version() + "@" + metadata.forests().get(ForestFiles.EXPECTED).sha256();
    }

    private static SortedMap<String, Double> metricsOf(Map<String, ModelMetrics> evaluations) {
        SortedMap<String, Double> metrics = new TreeMap<>();
        evaluations.forEach(
                (model, own) -> {
                    own.figures()
                            .forEach((figure, value) -> metrics.put(model + "." + figure, value));
                    own.confidence().forEach((figure, ci) -> bounds(metrics, model, figure, ci));
                    metrics.put(model + ".rows", (double) own.rows());
                });
        return metrics;
    }

    private static void bounds(
            Map<String, Double> metrics, String model, String figure, ConfidenceInterval interval) {
        metrics.put(model + "." + figure + ".low", interval.low());
        metrics.put(model + "." + figure + ".high", interval.high());
    }

    private static SortedMap<String, String> parametersOf(ModelMetadata metadata) {
        SortedMap<String, String> parameters = new TreeMap<>();
        metadata.parameters()
                .forEach(
                        (key, value) -> parameters.put(key, truncate(value, MAX_PARAMETER_LENGTH)));
        metadata.forests()
                .forEach((file, forest) -> parameters.put(file + ".trees", "" + forest.trees()));
        return parameters;
    }

    private static SortedMap<String, String> tagsOf(ModelMetadata metadata) {
        SortedMap<String, String> tags = new TreeMap<>();
        tags.put(IDENTITY, identity(metadata));
        tags.put("fueloptimine.version", Integer.toString(metadata.version()));
        tags.put("fueloptimine.semanticVersion", metadata.semanticVersion());
        tags.put("fueloptimine.seed", Long.toString(metadata.seed()));
        tags.put("fueloptimine.data.source", truncate(metadata.data().source(), MAX_TAG_LENGTH));
        tags.put("fueloptimine.data.rows", Long.toString(metadata.data().rows()));
        tags.put("fueloptimine.data.fingerprint", metadata.data().fingerprint());
        tags.put("fueloptimine.parity.rows", Long.toString(metadata.parity().rows()));
        tags.put(
                "fueloptimine.features",
                truncate(String.join(" ", metadata.schema().names()), MAX_TAG_LENGTH));
        return tags;
    }

    private static String truncate(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
