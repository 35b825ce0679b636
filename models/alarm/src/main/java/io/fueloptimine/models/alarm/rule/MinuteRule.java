package io.fueloptimine.models.alarm.rule;

import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.MachineMinute;
import java.io.Serializable;
import java.util.List;

/**
 * A condition that must last for some minutes in a row before an alarm is raised. A minute that is
 * neither bad nor good gives the hysteresis. Implementations are stateless and thread-safe.
 */
public interface MinuteRule extends Serializable {

    /** Whether the condition is present in a minute. */
    boolean isBad(MachineMinute minute);

    /** Whether the condition is clearly gone in a minute. */
    boolean isGood(MachineMinute minute);

    /**
     * The signal that the condition is present.
     *
     * @param minutes the bad minutes in a row, oldest first; at least one
     */
    AlarmSignal present(List<MachineMinute> minutes);

    /** The signal that the condition is gone since the last of some good minutes in a row. */
    AlarmSignal gone(MachineMinute minute);
}
