package io.fueloptimine.connectors.jdbc;

import static io.fueloptimine.connectors.jdbc.MineTables.ID;
import static io.fueloptimine.connectors.jdbc.SqlType.TIME;

import io.fueloptimine.models.mine.consumption.FuelReconciliation;
import io.fueloptimine.models.mine.consumption.TankEvent;

/** The columns of the tables of tanks: refuellings and losses, and reconciled intervals. */
final class TankTables {

    private TankTables() {}

    static SqlTable<TankEvent> tankEvent() {
        return new SqlTable<TankEvent>("tank_event")
                .key("event_id", ID, TankEvent::eventId)
                .name("site", TankEvent::site)
                .name("machine_id", TankEvent::machineId)
                .shortText("kind", TankEvent::kind)
                .time("started_at", TankEvent::startedAt)
                .time("ended_at", TankEvent::endedAt)
                .number("litres", TankEvent::litres)
                .number("standard_error_l", TankEvent::standardErrorL)
                .number("level_l", TankEvent::levelL)
                .number("bay_l", TankEvent::bayL)
                .number("level_before_pct", TankEvent::levelBeforePct)
                .number("level_after_pct", TankEvent::levelAfterPct)
                .shortText("source", TankEvent::source)
                .name("bay_id", TankEvent::bayId)
                .name("place", TankEvent::place)
                .number("confidence", TankEvent::confidence);
    }

    static SqlTable<FuelReconciliation> fuelReconciliation() {
        return new SqlTable<FuelReconciliation>("fuel_reconciliation")
                .key("interval_id", ID, FuelReconciliation::intervalId)
                .name("site", FuelReconciliation::site)
                .name("machine_id", FuelReconciliation::machineId)
                .column("from_at", TIME, FuelReconciliation::fromAt)
                .column("to_at", TIME, FuelReconciliation::toAt)
                .number("engine_off_h", FuelReconciliation::engineOffH)
                .number("level_l", FuelReconciliation::levelL)
                .number("metered_l", FuelReconciliation::meteredL)
                .number("dispensed_l", FuelReconciliation::dispensedL)
                .number("level_rise_l", FuelReconciliation::levelRiseL)
                .number("expected_l", FuelReconciliation::expectedL)
                .number("drained_l", FuelReconciliation::drainedL)
                .number("difference_l", FuelReconciliation::differenceL)
                .number("standard_error_l", FuelReconciliation::standardErrorL)
                .number("leak_lph", FuelReconciliation::leakLph)
                .number("leak_error_lph", FuelReconciliation::leakErrorLph)
                .number("meter_share", FuelReconciliation::meterShare)
                .number("meter_error_share", FuelReconciliation::meterErrorShare)
                .shortText("verdict", FuelReconciliation::verdict)
                .shortText("suspect", FuelReconciliation::suspect)
                .number("confidence", FuelReconciliation::confidence);
    }
}
