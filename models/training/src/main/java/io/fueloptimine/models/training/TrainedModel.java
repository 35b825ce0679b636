package io.fueloptimine.models.training;

import io.fueloptimine.models.fuel.FuelForests;
import io.fueloptimine.models.fuel.registry.ModelDraft;
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
        ModelDraft compared =
                new ModelDraft(
                        draft.metadata().comparedUntil(end), draft.forests(), draft.attachments());
        return new TrainedModel(compared, forests, test, evaluation);
    }
}
