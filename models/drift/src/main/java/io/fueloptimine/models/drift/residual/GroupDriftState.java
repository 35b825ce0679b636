package io.fueloptimine.models.drift.residual;

import io.fueloptimine.models.drift.SumsState;

/**
 * The state of {@link GroupDrift}, for savepoints.
 *
 * @param sums the detector
 * @param level the ratio above the trucks' first references, with all changes so far
 * @param healthyLevel the level before a reported drift that lasts; null when there is none
 * @param recent the ratio of the litres above the trucks' references in the latest blocks
 * @param typical the ratio of the median driving truck in the latest blocks
 */
public record GroupDriftState(
        SumsState sums, double level, Double healthyLevel, double recent, double typical) {

    /** The state without blocks. */
    public static final GroupDriftState EMPTY = new GroupDriftState(SumsState.EMPTY, 0, null, 0, 0);
}
