package io.fueloptimine.jobs.training;

import io.fueloptimine.models.fuel.registry.ModelDraft;
import io.fueloptimine.models.fuel.registry.ModelMetadata;
import java.util.Map;

/** A model without evaluation, which the registry promotes whatever its accuracy. */
public final class UnevaluatedModel {

    private UnevaluatedModel() {}

    /** The same model without the metrics of the model and its baselines. */
    public static ModelDraft of(ModelDraft evaluated) {
        ModelMetadata metadata = evaluated.metadata();
        return new ModelDraft(
                ModelMetadata.draft(
                                metadata.name(),
                                metadata.schema(),
                                metadata.classes(),
                                metadata.seed(),
                                metadata.parameters(),
                                metadata.data(),
                                Map.of(),
                                metadata.parity())
                        .withCalibration(metadata.calibration()),
                evaluated.forests(),
                evaluated.attachments());
    }
}
