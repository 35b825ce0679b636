package io.fueloptimine.models.fuel.registry;

import io.fueloptimine.models.fuel.IntervalCalibration;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.trees.SmallModel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Models to be registered. */
final class Drafts {

    private static final TrainingData DATA =
            new TrainingData(
                    "a test",
                    2,
                    1,
                    Instant.parse("2026-01-05T08:00:00Z"),
                    Instant.parse("2026-01-05T08:02:00Z"),
                    "00");

    private Drafts() {}

    /** A window model without an interval, proven. */
    static ModelDraft windows() {
        return windows(ForestFiles.of(SmallModel.bytes()));
    }

    static ModelDraft windows(ForestFiles forests) {
        return ModelDraft.of(metadata(ParityProof.of(2, forests)), forests);
    }

    /** A window model of which only so much was proven. */
    static ModelDraft proven(ParityProof parity, ForestFiles forests) {
        return ModelDraft.of(metadata(parity), forests);
    }

    /** A window model with an interval and everything else that a version may have. */
    static ModelDraft whole() {
        ForestFiles forests = ForestFiles.of(SmallModel.bytes(), leaves("2.0"), leaves("9.0"));
        ModelMetadata metadata =
                metadata(ParityProof.of(1_000, forests))
                        .withCalibration(new IntervalCalibration(0.1, -0.05))
                        .withHistograms(
                                List.of(
                                        FeatureHistogram.of(
                                                "payload_t", new float[] {0, 1, Float.NaN}, 2)));
        return new ModelDraft(
                metadata,
                forests,
                Map.of("report.md", text("# Report"), "pictures/residuals.svg", text("<svg/>")));
    }

    /** A model of a schema of its own. */
    static ModelDraft of(String name, FeatureSchema schema) {
        ForestFiles forests = ForestFiles.of(text(SmallModel.json(schema.names())));
        ModelMetadata metadata =
                ModelMetadata.draft(
                        name,
                        schema,
                        MachineClasses.NONE,
                        1,
                        Map.of(),
                        DATA,
                        Map.of(),
                        ParityProof.of(1, forests));
        return ModelDraft.of(metadata, forests);
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The small model with its second tree's leaf at another height. */
    private static byte[] leaves(String height) {
        return text(SmallModel.json().replace("[1E-1]", "[" + height + "]"));
    }

    /** A window model with these metrics. */
    static ModelDraft evaluated(Map<String, ModelMetrics> metrics) {
        ForestFiles forests = ForestFiles.of(SmallModel.bytes());
        return ModelDraft.of(metadata(ParityProof.of(2, forests), metrics), forests);
    }

    private static ModelMetadata metadata(ParityProof parity) {
        return metadata(parity, Map.of("model", new ModelMetrics(2, 0.1, 0.2, 0.9, 5, 0)));
    }

    private static ModelMetadata metadata(ParityProof parity, Map<String, ModelMetrics> metrics) {
        return ModelMetadata.draft(
                ModelRegistry.FUEL_WINDOW,
                FeatureSchema.FUEL_WINDOW,
                MachineClasses.standard(),
                7,
                Map.of("max_depth", "1"),
                DATA,
                metrics,
                parity);
    }
}
