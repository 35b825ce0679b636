package io.fueloptimine.models.alarm.rule;

import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.StopReason;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.util.List;
import java.util.Map;

/**
 * Minutes in which a truck stands on the road without a reason that is known in the control room.
 */
public final class RoadStops implements MinuteRule {

    private static final long serialVersionUID = 1L;

    private static final double HALF = 0.5;

    /** Whether a truck drives on a road, loaded or empty. */
    public static boolean drives(MachineMinute minute) {
        return travels(minute) && minute.standingShare() < HALF;
    }

    /** Whether a truck stands on a road: while it travels, or stopped without a known reason. */
    public static boolean stands(MachineMinute minute) {
        StopReason reason = minute.work().stopReason();
        boolean unexplained = reason == null || reason == StopReason.OTHER;
        return minute.standingShare() >= HALF
                && minute.kind() == EquipmentKind.HAULTRUCK
                && (travels(minute) || minute.in(ProductionState.STOPPED) && unexplained);
    }

    @Override
    public boolean isBad(MachineMinute minute) {
        return stands(minute);
    }

    /** Other minutes, such as those of loading, say nothing about the road. */
    @Override
    public boolean isGood(MachineMinute minute) {
        return !stands(minute);
    }

    @Override
    public AlarmSignal present(List<MachineMinute> minutes) {
        return AlarmSignal.present(
                minutes.get(minutes.size() - 1),
                AlertType.SHORT_STOPS,
                Severity.WARNING,
                "Stands on the road",
                Map.of("standingMin", (double) minutes.size()));
    }

    @Override
    public AlarmSignal gone(MachineMinute minute) {
        return AlarmSignal.gone(minute, AlertType.SHORT_STOPS, "No short stops any more");
    }

    private static boolean travels(MachineMinute minute) {
        return minute.kind() == EquipmentKind.HAULTRUCK
                && minute.in(ProductionState.DRIVING, ProductionState.HAULING);
    }
}
