package io.fueloptimine.operators.drift;

import io.fueloptimine.models.drift.AdwinState;

/**
 * The drift detection state of one machine.
 *
 * @param modelVersion the version of the model that computed the residuals
 * @param adwin the detector's state
 * @param referenceRatio the mean ratio before the first change that was not reported yet; null when
 *     there is none
 * @param samplesBefore the number of samples that ADWIN has dropped since that change
 */
public record MachineDriftState(
        String modelVersion, AdwinState adwin, Double referenceRatio, long samplesBefore) {}
