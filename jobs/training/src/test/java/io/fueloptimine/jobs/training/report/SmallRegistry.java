package io.fueloptimine.jobs.training.report;

import io.fueloptimine.models.fuel.IntervalCalibration;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.registry.ConfidenceInterval;
import io.fueloptimine.models.fuel.registry.FeatureHistogram;
import io.fueloptimine.models.fuel.registry.FeatureSchema;
import io.fueloptimine.models.fuel.registry.ForestFiles;
import io.fueloptimine.models.fuel.registry.ModelDraft;
import io.fueloptimine.models.fuel.registry.ModelMetadata;
import io.fueloptimine.models.fuel.registry.ModelMetrics;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.fuel.registry.ParityProof;
import io.fueloptimine.models.fuel.registry.TrainingData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * A registry of three versions of the window model: the second has an interval, a report and other
 * parameters, the third no proof. Their forests are the shipped champion's.
 */
public final class SmallRegistry {

    static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

    private static final Path SHIPPED =
            Path.of("../../models/registry/models/fuel-window/version-1/model.json");

    private SmallRegistry() {}

    /** Registers them; none is promoted. */
    public static ModelRegistry in(Path root) throws IOException {
        ModelRegistry registry =
                new ModelRegistry(root, MachineClasses.NONE, Clock.fixed(NOW, ZoneOffset.UTC));
        byte[] forest = Files.readAllBytes(SHIPPED);
        ForestFiles plain = ForestFiles.of(forest);
        registry.register(ModelDraft.of(metadata("6", 0.092, ParityProof.of(9, plain)), plain));
        registry.register(whole(ForestFiles.of(forest, forest, forest)));
        registry.register(ModelDraft.of(metadata("6", 0.1, ParityProof.NONE), plain));
        return registry;
    }

    private static ModelDraft whole(ForestFiles forests) {
        ModelMetadata metadata =
                metadata("4", 0.08, ParityProof.of(1_000_000, forests))
                        .withCalibration(new IntervalCalibration(0.021, -0.004))
                        .withHistograms(
                                List.of(
                                        FeatureHistogram.of(
                                                "ambient_c", new float[] {1, Float.NaN}, 2)));
        return new ModelDraft(
                metadata,
                forests,
                Map.of("report.md", "# Report".getBytes(StandardCharsets.UTF_8)));
    }

    private static ModelMetadata metadata(String depth, double maeL, ParityProof parity) {
        return ModelMetadata.draft(
                ModelRegistry.FUEL_WINDOW,
                FeatureSchema.FUEL_WINDOW,
                MachineClasses.standard(),
                7,
                Map.of("max_depth", depth, "eta", "0.1"),
                new TrainingData("mine a", 74_880, 26, NOW, NOW.plusSeconds(60), "00" + depth),
                Map.of(
                        "model",
                        judged(maeL),
                        "physics",
                        new ModelMetrics(4_320, 0.12, 0.2, 0.99, 7.2, 0.01)),
                parity);
    }

    private static ModelMetrics judged(double maeL) {
        return new ModelMetrics(
                4_320,
                Map.of("maeL", maeL, "r2", 0.995, "coveragePct", 80.4, "pinballL", 0.03),
                Map.of("maeL", new ConfidenceInterval(maeL - 0.01, maeL + 0.01)));
    }
}
