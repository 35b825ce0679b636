package io.fueloptimine.models.alarm;

import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.StopReason;

/**
 * What a machine did in one minute beyond its mean sensor values.
 *
 * @param changedTo the state after the machine's last change of state within the minute; null when
 *     its state did not change
 * @param stopReason why the machine stands; null when it works or when no reason is known
 * @param loadingUnitId the loading unit at which a truck waits, spots or is loaded; null elsewhere
 * @param descentShare share of the minute's readings in which the truck drove loaded down a steep
 *     road, 0 to 1
 * @param descentKph mean speed in these readings, km/h; null without any
 * @param climbShare share of the minute's readings in which the truck drove loaded up a steep road,
 *     0 to 1
 * @param climbLoadPct mean engine load in these readings, %; null without any
 */
public record MinuteWork(
        ProductionState changedTo,
        StopReason stopReason,
        String loadingUnitId,
        double descentShare,
        Double descentKph,
        double climbShare,
        Double climbLoadPct) {

    /** Nothing is known. */
    public static final MinuteWork UNKNOWN = new MinuteWork(null, null, null, 0, null, 0, null);

    /** A copy with another reason to stand and another loading unit. */
    public MinuteWork at(StopReason reason, String unitId) {
        return new MinuteWork(
                changedTo, reason, unitId, descentShare, descentKph, climbShare, climbLoadPct);
    }
}
