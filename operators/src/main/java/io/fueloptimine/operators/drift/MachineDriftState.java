package io.fueloptimine.operators.drift;

import io.fueloptimine.models.drift.AdwinSettings;
import io.fueloptimine.models.drift.AdwinState;

/**
 * The drift detection state of one machine.
 *
 * @param modelVersion the version of the model that computed the residuals
 * @param adwin the detector's state
 * @param referenceRatio the mean ratio before the first change that was not reported yet; null when
 *     there is none
 * @param samplesBefore the number of samples that ADWIN has dropped since that change
 * @param burntL litres burnt in the windows of the next sample, L
 * @param expectedL litres expected in the windows of the next sample, L
 */
public record MachineDriftState(
        String modelVersion,
        AdwinState adwin,
        Double referenceRatio,
        long samplesBefore,
        double burntL,
        double expectedL) {

    static MachineDriftState empty(String modelVersion, AdwinSettings settings) {
        return new MachineDriftState(modelVersion, AdwinState.empty(settings), null, 0, 0, 0);
    }

    /** A copy with other litres of the next sample. */
    MachineDriftState withSample(double burnt, double expected) {
        return new MachineDriftState(
                modelVersion, adwin, referenceRatio, samplesBefore, burnt, expected);
    }
}
