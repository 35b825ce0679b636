package io.fueloptimine.models.training;

import io.fueloptimine.models.fuel.FuelForests;
import io.fueloptimine.models.fuel.registry.ModelDraft;
import io.fueloptimine.models.training.table.TrainingTable;
import java.time.Instant;

/**
 * A model that was trained, judged and proven, not yet registered.
 *
 * @param draft what to register
 * @param forests the same, ready to score
 * @param test the rows it was judged on, the later hours of machines it never saw
 * @param evaluation what it is worth
 */
public record TrainedModel(
        ModelDraft draft, FuelForests forests, TrainingTable test, ModelEvaluation evaluation) {

    /** The same, compared with the champion on later windows that ended then. */
    public TrainedModel comparedUntil(Instant end) {
        ModelDraft compared =
                new ModelDraft(
                        draft.metadata().comparedUntil(end), draft.forests(), draft.attachments());
        return new TrainedModel(compared, forests, test, evaluation);
    }
}
