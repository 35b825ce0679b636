package io.fueloptimine.jobs.training;

import io.fueloptimine.models.fuel.registry.ModelMetadata;
import io.fueloptimine.models.training.ModelEvaluation;
import io.fueloptimine.models.training.Promotion;

/**
 * The result of training one model.
 *
 * @param metadata the metadata of the new version
 * @param evaluation the evaluation of the new version
 * @param promotion whether the new version became champion, and the reason
 */
public record TrainingResult(
        ModelMetadata metadata, ModelEvaluation evaluation, Promotion promotion) {}
