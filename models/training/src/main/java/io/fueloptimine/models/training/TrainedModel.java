package io.fueloptimine.models.training;

import io.fueloptimine.models.fuel.LearntForests;
import io.fueloptimine.models.fuel.registry.ModelDraft;
import io.fueloptimine.models.training.table.TrainingTable;

/**
 * A model that was trained, judged and proven, not yet registered.
 *
 * @param draft what to register
 * @param forests the same, ready to score
 * @param test the rows it was judged on, of machines and hours it never saw
 * @param verdict what it is worth
 */
public record TrainedModel(
        ModelDraft draft, LearntForests forests, TrainingTable test, Verdict verdict) {}
