package io.fueloptimine.models.training;

import io.fueloptimine.models.fuel.FuelForests;
import io.fueloptimine.models.fuel.registry.ModelDraft;
import io.fueloptimine.models.fuel.registry.ModelMetadata;
import io.fueloptimine.models.training.table.TrainingTable;
import java.time.Instant;

/**
 * A trained and evaluated model that is not registered yet.
 *
 * @param draft the model to register
 * @param forests the forests of the draft, ready to score
 * @param test the rows of the test set: the later hours of machines that are not in the training
 *     set
 * @param evaluation the metrics of the model and its baselines
 */
public record TrainedModel(
        ModelDraft draft, FuelForests forests, TrainingTable test, ModelEvaluation evaluation) {

    /**
     * A copy that records a comparison with the champion on later windows.
     *
     * @param end the end of the last window of the comparison
     */
    public TrainedModel comparedUntil(Instant end) {
        return with(draft.metadata().comparedUntil(end));
    }

    /** A copy that records the snapshot of the lake that was read. */
    public TrainedModel ofSnapshot(String id) {
        return with(draft.metadata().ofSnapshot(id));
    }

    private TrainedModel with(ModelMetadata metadata) {
        ModelDraft changed = new ModelDraft(metadata, draft.forests(), draft.attachments());
        return new TrainedModel(changed, forests, test, evaluation);
    }
}
