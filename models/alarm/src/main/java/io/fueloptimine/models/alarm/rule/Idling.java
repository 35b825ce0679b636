package io.fueloptimine.models.alarm.rule;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.StopReason;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.util.Set;

/**
 * An engine that runs at standstill, except in the states of a haul cycle (queueing, spotting,
 * loading, dumping), during a break, a shift change or a refuelling, and on standby. A truck that
 * waits for one of these reasons is not an alarm: job fuel advises when its engine should be
 * switched off.
 */
public final class Idling {

    private static final Set<StopReason> EXPLAINED =
            Set.of(
                    StopReason.BREAK,
                    StopReason.SHIFT_CHANGE,
                    StopReason.STANDBY,
                    StopReason.REFUELLING);

    private Idling() {}

    /** Whether a machine idled in a minute. Shovels never idle. */
    public static boolean isIdle(MachineMinute minute, AlarmSettings settings) {
        return minute.kind() != EquipmentKind.SHOVEL
                && minute.engineOnShare() >= settings.longIdleShare()
                && minute.standingShare() >= settings.longIdleShare()
                && !minute.in(
                        ProductionState.QUEUED,
                        ProductionState.SPOTTING,
                        ProductionState.LOADING,
                        ProductionState.DUMPING)
                && !isExplained(minute.work().stopReason());
    }

    private static boolean isExplained(StopReason reason) {
        return reason != null && EXPLAINED.contains(reason);
    }
}
