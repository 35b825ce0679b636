package io.fueloptimine.models.training;

import io.fueloptimine.models.fuel.registry.ForestFiles;
import io.fueloptimine.models.fuel.registry.ModelDraft;
import io.fueloptimine.models.fuel.registry.ModelMetadata;
import io.fueloptimine.models.mine.FuelWindow;
import java.util.List;

/**
 * A model that was trained and judged, not yet registered.
 *
 * @param json XGBoost's JSON
 * @param metadata where it comes from and what it is worth
 * @param test the windows it was judged on, of machines and hours it never saw
 */
public record TrainedModel(byte[] json, ModelMetadata metadata, List<FuelWindow> test) {

    /** What a registry takes. */
    public ModelDraft draft() {
        return ModelDraft.of(metadata, ForestFiles.of(json));
    }
}
