package io.fueloptimine.connectors.mlflow;

import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.registry.ConfidenceInterval;
import io.fueloptimine.models.fuel.registry.FeatureSchema;
import io.fueloptimine.models.fuel.registry.ForestFiles;
import io.fueloptimine.models.fuel.registry.ModelDraft;
import io.fueloptimine.models.fuel.registry.ModelMetadata;
import io.fueloptimine.models.fuel.registry.ModelMetrics;
import io.fueloptimine.models.fuel.registry.ParityProof;
import io.fueloptimine.models.fuel.registry.TrainingData;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Creates models with a single leaf for the registry. */
final class SingleLeafModels {

    static final String NAME = "fuel-cycle";

    private SingleLeafModels() {}

    /** A model with a constant expectation in litres and a number of extra parameters. */
    static ModelDraft of(double litres, int parameters) {
        Map<String, String> all = new TreeMap<>(Map.of("max_depth", "0"));
        for (int i = 0; i < parameters; i++) {
            all.put("p" + i, "x".repeat(600));
        }
        ForestFiles forests = ForestFiles.of(json(litres).getBytes(StandardCharsets.UTF_8));
        ModelMetadata metadata =
                ModelMetadata.draft(
                        NAME,
                        new FeatureSchema(1, List.of("hours")),
                        MachineClasses.NONE,
                        7,
                        all,
                        new TrainingData("a test", 425, 45, null, null, "00ff"),
                        Map.of("model", judged(), "mean", new ModelMetrics(9, 3, 4, 0, 9, 0)),
                        ParityProof.of(425, forests));
        return ModelDraft.of(metadata, forests);
    }

    private static ModelMetrics judged() {
        return new ModelMetrics(
                425,
                Map.of("r2", 0.5, "mapePct", Double.NaN),
                Map.of("r2", new ConfidenceInterval(0.4, 0.6)));
    }

    private static String json(double litres) {
        return ("{'learner':{'feature_names':['hours'],"
                        + "'learner_model_param':{'base_score':'[0E0]'},"
                        + "'objective':{'name':'reg:squarederror'},"
                        + "'gradient_booster':{'name':'gbtree','model':{'trees':["
                        + "{'left_children':[-1],'right_children':[-1],'split_indices':[0],"
                        + "'split_conditions':[LEAF],'default_left':[0],'split_type':[0]}]}}}}")
                .replace('\'', '"')
                .replace("LEAF", Double.toString(litres));
    }
}
