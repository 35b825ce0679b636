package io.fueloptimine.models.alarm.rule;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.mine.alarm.AlertType;

/** What the minutes of a machine mean for its active alarms. */
public final class MinutesOfAlarms {

    private MinutesOfAlarms() {}

    /** Whether minutes without the condition clear an alarm, because its detector does not. */
    public static boolean areClearing(AlertType type) {
        return type == AlertType.FUEL_THEFT || type == AlertType.LONG_IDLE;
    }

    /** Whether a minute is one without the condition. */
    public static boolean isGood(AlertType type, MachineMinute minute, AlarmSettings settings) {
        return switch (type) {
            case FUEL_THEFT -> !minute.parkedOff();
            case LONG_IDLE -> !Idling.isIdle(minute, settings);
            default -> false;
        };
    }

    /**
     * Whether an alarm has no meaning while its machine is parked with the engine off: such a
     * machine burns nothing, and its sensors measure nothing.
     */
    public static boolean suppressParked(AlertType type) {
        return type == AlertType.LOW_FUEL || type == AlertType.STUCK_SENSOR;
    }
}
