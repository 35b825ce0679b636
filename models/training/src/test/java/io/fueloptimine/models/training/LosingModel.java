package io.fueloptimine.models.training;

import io.fueloptimine.models.fuel.registry.ModelDraft;
import io.fueloptimine.models.fuel.registry.ModelMetadata;
import io.fueloptimine.models.fuel.registry.ModelMetrics;
import java.util.HashMap;
import java.util.Map;

/** A model whose metadata names a linear baseline of any accuracy. */
public final class LosingModel {

    private LosingModel() {}

    /** The same model with another MAE of the linear baseline, L. */
    public static TrainedModel of(TrainedModel model, double maeL) {
        ModelMetadata metadata = model.draft().metadata();
        Map<String, ModelMetrics> metrics = new HashMap<>(metadata.metrics());
        long rows = metadata.ownMetrics().rows();
        metrics.put("linear", new ModelMetrics(rows, maeL, maeL, 1, 0, 0));
        ModelDraft draft =
                new ModelDraft(
                        ModelMetadata.draft(
                                metadata.name(),
                                metadata.schema(),
                                metadata.classes(),
                                metadata.seed(),
                                metadata.parameters(),
                                metadata.data(),
                                metrics,
                                metadata.parity()),
                        model.draft().forests(),
                        Map.of());
        return new TrainedModel(draft, model.forests(), model.test(), model.evaluation());
    }
}
