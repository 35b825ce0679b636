package io.fueloptimine.operators.score;

import io.fueloptimine.models.fuel.FuelFeatures;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.registry.FeatureSchema;
import io.fueloptimine.models.fuel.registry.ForestFiles;
import io.fueloptimine.models.fuel.registry.ModelDraft;
import io.fueloptimine.models.fuel.registry.ModelMetadata;
import io.fueloptimine.models.fuel.registry.ModelMetrics;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.fuel.registry.ParityProof;
import io.fueloptimine.models.fuel.registry.TrainingData;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** An XGBoost model of one leaf, that expects the same burn every minute. */
public final class LeafModel {

    private LeafModel() {}

    private static byte[] bytes(double litresPerMinute) {
        String names =
                FuelFeatures.NAMES.stream()
                        .map(name -> '"' + name + '"')
                        .collect(Collectors.joining(","));
        return ("{'version':[3,0,4],'learner':{'feature_names':[NAMES],"
                        + "'learner_model_param':{'base_score':'[0E0]'},"
                        + "'objective':{'name':'reg:squarederror'},"
                        + "'gradient_booster':{'name':'gbtree','model':{'trees':["
                        + "{'left_children':[-1],'right_children':[-1],'split_indices':[0],"
                        + "'split_conditions':[LEAF],'default_left':[0],'split_type':[0]}]}}}}")
                .replace('\'', '"')
                .replace("NAMES", names)
                .replace("LEAF", Double.toString(litresPerMinute))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A draft that can be registered. */
    public static ModelDraft draft(double litresPerMinute) {
        ForestFiles forests = ForestFiles.of(bytes(litresPerMinute));
        return ModelDraft.of(
                ModelMetadata.draft(
                        ModelRegistry.FUEL_WINDOW,
                        FeatureSchema.FUEL_WINDOW,
                        MachineClasses.standard(),
                        7,
                        Map.of(),
                        new TrainingData("a test", 1, 1, null, null, "00"),
                        Map.of("model", new ModelMetrics(1, 0.1, 0.2, 0.9, 5, 0)),
                        ParityProof.of(1, forests)),
                forests);
    }
}
