package io.fueloptimine.jobs.training;

import io.fueloptimine.models.fuel.registry.ModelMetadata;
import io.fueloptimine.models.fuel.registry.ModelMetrics;

/**
 * What came of a training.
 *
 * @param metadata the new version, with its number and its worth
 * @param promoted whether it is the champion now
 * @param previousChampion the number of the champion before; 0 when there was none
 * @param previousMetrics that champion on the same test; null when there was none
 */
public record TrainingResult(
        ModelMetadata metadata,
        boolean promoted,
        int previousChampion,
        ModelMetrics previousMetrics) {}
