package io.fueloptimine.connectors.jdbc;

import io.fueloptimine.models.mine.alarm.Alert;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.StateChange;
import java.time.Instant;
import org.apache.flink.util.function.SerializableFunction;

/**
 * The groups of columns of {@code equipment_state}. Each group is written by one job and replaced
 * only by a row with the same or a newer time of this group.
 */
final class EquipmentStateTables {

    private static final SqlType NAME = SqlType.text(100);
    private static final double SECONDS_PER_HOUR = 3_600;

    private EquipmentStateTables() {}

    /** State, place, payload and tank level, from readings of the stream STATE; others are left. */
    static SqlTable<Reading> state() {
        return group(Reading::site, Reading::machineId)
                .only(reading -> reading.state() != null)
                .shortText("production_state", of(StateChange::state))
                .name("place_id", of(StateChange::locationId))
                .name("destination_id", of(StateChange::destinationId))
                .name("counterpart_id", of(StateChange::counterpartId))
                .number("payload_t", of(StateChange::payloadT))
                .number("fuel_level_pct", of(StateChange::fuelLevelPct))
                .name("state_reason", of(StateChange::reason))
                .time("state_at", Reading::time)
                .newestByKey("state_at", reading -> reading.time());
    }

    private static SerializableFunction<Reading, Object> of(
            SerializableFunction<StateChange, Object> field) {
        return reading -> field.apply(reading.state());
    }

    /** Burn and expectation of the newest minute. */
    static SqlTable<ScoredWindow> window() {
        return EquipmentStateTables.<ScoredWindow>group(
                        scored -> scored.window().site(), scored -> scored.window().machineId())
                .shortText("kind", scored -> scored.window().kind())
                .name("equipment_class", scored -> scored.window().equipmentClass())
                .number("fuel_lph", scored -> hourly(scored.window().fuelL(), scored.window()))
                .number("expected_lph", scored -> hourly(scored.expectedL(), scored.window()))
                .number("mean_speed_kph", scored -> scored.window().meanSpeedKph())
                .number("engine_on_share", scored -> scored.window().engineOnShare())
                .time("window_at", scored -> scored.window().end())
                .newestByKey("window_at", scored -> scored.window().end());
    }

    private static Double hourly(Double litres, FuelWindow window) {
        return litres == null ? null : litres / window.coveredS() * SECONDS_PER_HOUR;
    }

    /** The alarm that changed last; alarms of a whole site are left out. */
    static SqlTable<Alert> alarm() {
        return group(Alert::site, Alert::machineId)
                .only(alert -> alert.machineId() != null)
                .column("alert_id", MineTables.ID, Alert::alertId)
                .shortText("alarm_type", Alert::type)
                .shortText("alarm_severity", Alert::severity)
                .shortText("alarm_state", a -> a.status() == null ? null : a.status().state())
                .time("alarm_raised_at", Alert::raisedAt)
                .time("alarm_cleared_at", Alert::clearedAt)
                .time("alarm_at", EquipmentStateTables::changedAt)
                .newestByKey("alarm_at", EquipmentStateTables::changedAt);
    }

    private static Instant changedAt(Alert alert) {
        if (alert.status() != null) {
            return alert.status().changedAt();
        }
        return alert.clearedAt() == null ? alert.raisedAt() : alert.clearedAt();
    }

    /** The last assignment of a truck. */
    static SqlTable<DispatchAssignment> assignment() {
        return group(DispatchAssignment::site, DispatchAssignment::truckId)
                .column("assignment_id", MineTables.ID, DispatchAssignment::assignmentId)
                .shortText("task", DispatchAssignment::task)
                .name("task_destination_id", DispatchAssignment::destinationId)
                .name("assignment_reason", DispatchAssignment::reasonCode)
                .time("assigned_at", DispatchAssignment::issuedAt)
                .newestByKey("assigned_at", DispatchAssignment::issuedAt);
    }

    private static <T> SqlTable<T> group(
            SerializableFunction<T, Object> site, SerializableFunction<T, Object> machineId) {
        return new SqlTable<T>("equipment_state")
                .key("site", NAME, site)
                .key("machine_id", NAME, machineId);
    }
}
