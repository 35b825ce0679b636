package io.fueloptimine.operators.drift;

import io.fueloptimine.models.drift.AdwinState;

/**
 * What drift detection remembers of one machine.
 *
 * @param modelVersion the model its residuals belong to
 * @param adwin the detector
 * @param referenceRatio the mean ratio before the first change not yet told of; null when there is
 *     none
 * @param forgotten samples dropped since then
 */
public record MachineDrift(
        String modelVersion, AdwinState adwin, Double referenceRatio, long forgotten) {}
