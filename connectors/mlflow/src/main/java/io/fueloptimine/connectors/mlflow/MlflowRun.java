package io.fueloptimine.connectors.mlflow;

import io.fueloptimine.models.fuel.registry.ConfidenceInterval;
import io.fueloptimine.models.fuel.registry.ForestFiles;
import io.fueloptimine.models.fuel.registry.ModelMetadata;
import io.fueloptimine.models.fuel.registry.ModelMetrics;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a version's metadata says, in MLflow's words: metrics such as {@code model.maeL} and {@code
 * model.maeL.low}, parameters, and tags that begin with {@code fueloptimine.}
 *
 * @param name what people see
 * @param metrics numbers by name
 * @param parameters texts by name
 * @param tags texts by name
 */
record MlflowRun(
        String name,
        SortedMap<String, Double> metrics,
        SortedMap<String, String> parameters,
        SortedMap<String, String> tags) {

    /** Tells versions apart, whatever number MLflow gives them. */
    static final String IDENTITY = "fueloptimine.identity";

    /** MLflow before 2.8 takes no longer ones. */
    private static final int LONGEST_PARAMETER = 500;

    private static final int LONGEST_TAG = 5_000;

    static MlflowRun of(ModelMetadata metadata) {
        return new MlflowRun(
                metadata.name() + " version " + metadata.version(),
                metricsOf(metadata.metrics()),
                parametersOf(metadata),
                tagsOf(metadata));
    }

    /** Number and content: a repeated training is another version with the same content. */
    static String identity(ModelMetadata metadata) {
        return metadata.version() + "@" + metadata.forests().get(ForestFiles.EXPECTED).sha256();
    }

    private static SortedMap<String, Double> metricsOf(Map<String, ModelMetrics> judged) {
        SortedMap<String, Double> metrics = new TreeMap<>();
        judged.forEach(
                (who, own) -> {
                    own.figures()
                            .forEach((figure, value) -> metrics.put(who + "." + figure, value));
                    own.confidence().forEach((figure, ci) -> bounds(metrics, who, figure, ci));
                    metrics.put(who + ".rows", (double) own.rows());
                });
        return metrics;
    }

    private static void bounds(
            Map<String, Double> metrics, String who, String figure, ConfidenceInterval interval) {
        metrics.put(who + "." + figure + ".low", interval.low());
        metrics.put(who + "." + figure + ".high", interval.high());
    }

    private static SortedMap<String, String> parametersOf(ModelMetadata metadata) {
        SortedMap<String, String> parameters = new TreeMap<>();
        metadata.parameters()
                .forEach((key, value) -> parameters.put(key, cut(value, LONGEST_PARAMETER)));
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
        tags.put("fueloptimine.data.source", cut(metadata.data().source(), LONGEST_TAG));
        tags.put("fueloptimine.data.rows", Long.toString(metadata.data().rows()));
        tags.put("fueloptimine.data.fingerprint", metadata.data().fingerprint());
        tags.put("fueloptimine.parity.rows", Long.toString(metadata.parity().rows()));
        tags.put(
                "fueloptimine.features",
                cut(String.join(" ", metadata.schema().names()), LONGEST_TAG));
        return tags;
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
