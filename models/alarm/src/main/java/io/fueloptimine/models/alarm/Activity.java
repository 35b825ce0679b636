package io.fueloptimine.models.alarm;

import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.StopReason;

/**
 * What a machine's last change of state said. A minute of telemetry contains the state of the
 * machine, but neither the reason for a stop nor the loading unit.
 *
 * @param state the state since the change
 * @param reason why the machine stands; null when none was sent
 * @param loadingUnitId the loading unit of a truck; null when there is none
 */
public record Activity(ProductionState state, StopReason reason, String loadingUnitId) {

    /** Nothing is known of the machine. */
    public static final Activity UNKNOWN = new Activity(null, null, null);

    /** The activity after a minute. */
    public Activity after(MachineMinute minute) {
        MinuteWork work = minute.work();
        return work.changedTo() == null
                ? this
                : new Activity(work.changedTo(), work.stopReason(), work.loadingUnitId());
    }

    /**
     * The minute with the reason and the loading unit of this activity. A minute that was spent
     * mostly in another state gets neither, because a change of state can be lost.
     */
    public MachineMinute describe(MachineMinute minute) {
        boolean same = state != null && state == minute.productionState();
        return minute.with(minute.work().at(same ? reason : null, same ? loadingUnitId : null));
    }
}
