package io.fueloptimine.jobs.training;

import io.fueloptimine.models.fuel.registry.ModelMetadata;
import io.fueloptimine.models.training.ModelEvaluation;
import io.fueloptimine.models.training.Promotion;

/**
 * What came of training one model.
 *
 * @param metadata the new version, with its number
 * @param evaluation what it is worth
 * @param promotion whether it is the champion now, and why or why not
 */
public record TrainingResult(
        ModelMetadata metadata, ModelEvaluation evaluation, Promotion promotion) {}
