package io.fueloptimine.models.drift.residual;

import io.fueloptimine.models.drift.AdwinState;
import io.fueloptimine.models.drift.SumsState;

/**
 * The state of {@link TruckDrift}, for savepoints.
 *
 * @param truckClass the class of the truck; the empty text when unknown
 * @param adwin the detector of steps
 * @param stepReference the mean ratio before the first step that was not reported yet; null when
 *     there is none
 * @param samplesBefore the number of samples that ADWIN has dropped since that step
 * @param wear the detector of wear
 * @param references the usual ratio with each operator
 * @param times when the newest samples began
 * @param works ratios by kind of work
 * @param sample the windows of the next sample
 * @param block the windows of the group's block
 * @param healthyRatio the ratio before a reported drift that lasts; null when there is none
 */
public record TruckDriftState(
        String truckClass,
        AdwinState adwin,
        Double stepReference,
        long samplesBefore,
        SumsState wear,
        References references,
        SampleTimes times,
        WorkRatios works,
        PartOfSample sample,
        PartOfSample block,
        Double healthyRatio) {

    /** The state of a truck without windows. */
    public static TruckDriftState empty(String truckClass, DriftSettings settings) {
        return new TruckDriftState(
                truckClass == null ? "" : truckClass,
                AdwinState.empty(settings.adwin()),
                null,
                0,
                SumsState.EMPTY,
                References.NONE,
                SampleTimes.NONE,
                WorkRatios.NONE,
                PartOfSample.NONE,
                PartOfSample.NONE,
                null);
    }
}
