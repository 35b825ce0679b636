package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.mine.alarm.AlertType;

/** What the minutes of a machine mean for its alarms. */
final class MinuteRules {

    private MinuteRules() {}

    /** Whether minutes without the condition clear an alarm, because its detector does not. */
    static boolean areClearing(AlertType type) {
        return type == AlertType.FUEL_THEFT || type == AlertType.LONG_IDLE;
    }

    /** Whether a minute is one without the condition. */
    static boolean isGood(AlertType type, MachineMinute minute, AlarmSettings settings) {
        return switch (type) {
            case FUEL_THEFT -> !minute.parkedOff();
            case LONG_IDLE -> !LongIdle.isIdle(minute, settings);
            default -> false;
        };
    }

    /**
     * Whether an alarm has no meaning while its machine is parked with the engine off: such a
     * machine burns nothing, and its sensors measure nothing.
     */
    static boolean suppressParked(AlertType type) {
        return type == AlertType.LOW_FUEL || type == AlertType.STUCK_SENSOR;
    }
}
