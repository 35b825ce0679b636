package io.fueloptimine.connectors.jdbc;

import static io.fueloptimine.connectors.jdbc.MineTables.ID;
import static io.fueloptimine.connectors.jdbc.SqlType.BIGINT;
import static io.fueloptimine.connectors.jdbc.SqlType.INT;

import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.saving.FuelSaving;
import io.fueloptimine.models.mine.saving.LedgerShift;

/** The dispatch tables and the columns that each record writes. */
final class DispatchTables {

    private DispatchTables() {}

    static SqlTable<DispatchPlan> dispatchPlan() {
        return new SqlTable<DispatchPlan>("dispatch_plan")
                .key("plan_id", ID, DispatchPlan::planId)
                .name("site", DispatchPlan::site)
                .time("made_at", DispatchPlan::madeAt)
                .time("valid_until", DispatchPlan::validUntil)
                .text("trigger", DispatchPlan::trigger)
                .shortText("solver_state", DispatchPlan::solverState)
                .number("target_tph", DispatchPlan::targetTph)
                .number("planned_tph", DispatchPlan::plannedTph)
                .number("planned_lph", DispatchPlan::plannedLph)
                .number("baseline_lph", DispatchPlan::baselineLph)
                .number("match_factor", DispatchPlan::matchFactor)
                .json("trucks_in_service", DispatchPlan::trucksInService)
                .json("trucks_parked", DispatchPlan::trucksParked)
                .json("flows", DispatchPlan::flows)
                .json("unmet", DispatchPlan::unmet)
                .column("solve_millis", BIGINT, DispatchPlan::solveMillis)
                .column("price_model", ID, plan -> plan.prices().model())
                .json("truck_ratios", plan -> plan.prices().truckRatios())
                .json("segment_ratios", plan -> plan.prices().segmentRatios())
                .column("measured_segments", INT, plan -> plan.prices().measuredSegments())
                .column("other_segments", INT, plan -> plan.prices().otherSegments())
                .shortText("other_speeds", plan -> plan.prices().otherSpeeds())
                .number("bound_lph", DispatchPlan::boundLph)
                .json("trucks", DispatchPlan::trucks)
                .newerBy("made_at");
    }

    /** The columns of {@code dispatch_assignment} that an assignment writes. */
    static SqlTable<DispatchAssignment> dispatchAssignment() {
        return new SqlTable<DispatchAssignment>("dispatch_assignment")
                .key("assignment_id", ID, DispatchAssignment::assignmentId)
                .column("plan_id", ID, DispatchAssignment::planId)
                .name("site", DispatchAssignment::site)
                .name("truck_id", DispatchAssignment::truckId)
                .shortText("task", DispatchAssignment::task)
                .name("destination_id", DispatchAssignment::destinationId)
                .name("destination_equipment_id", DispatchAssignment::destinationEquipmentId)
                .textList("route_segment_ids", DispatchAssignment::routeSegmentIds)
                .name("reason_code", DispatchAssignment::reasonCode)
                .number("expected_litres_saved", DispatchAssignment::expectedLitresSaved)
                .time("issued_at", DispatchAssignment::issuedAt)
                .time("valid_until", DispatchAssignment::validUntil)
                .newerBy("issued_at");
    }

    /** The columns of {@code dispatch_assignment} that a reply writes. */
    static SqlTable<Reading> assignmentReply() {
        return new SqlTable<Reading>("dispatch_assignment")
                .key("assignment_id", ID, reading -> reading.reply().assignmentId())
                .shortText("reply_status", DispatchTables::replyStatus)
                .text("reply_detail", reading -> reading.reply().detail())
                .time("replied_at", Reading::time)
                .newerBy("replied_at");
    }

    /**
     * The columns of {@code fuel_saving}. A saving is written again while its span of time grows.
     */
    static SqlTable<FuelSaving> fuelSaving() {
        return new SqlTable<FuelSaving>("fuel_saving")
                .key("saving_id", ID, FuelSaving::savingId)
                .name("site", FuelSaving::site)
                .shortText("lever", FuelSaving::lever)
                .shortText("baseline", FuelSaving::baseline)
                .time("span_start", FuelSaving::spanStart)
                .time("span_end", FuelSaving::spanEnd)
                .number("litres", FuelSaving::litres)
                .number("tonnes", FuelSaving::tonnes)
                .shortText("basis", FuelSaving::basis)
                .number("standard_error_l", FuelSaving::standardErrorL)
                .number("noise95_l", FuelSaving::noise95L)
                .number("fit95_l", FuelSaving::fit95L)
                .newerBy("span_end");
    }

    /** The columns of {@code ledger_shift}. */
    static SqlTable<LedgerShift> ledgerShift() {
        return new SqlTable<LedgerShift>("ledger_shift")
                .key("ledger_id", ID, LedgerShift::ledgerId)
                .name("site", LedgerShift::site)
                .time("span_start", LedgerShift::spanStart)
                .time("span_end", LedgerShift::spanEnd)
                .shortText("phase", LedgerShift::phase)
                .number("tonnes", LedgerShift::tonnes)
                .number("tonne_km", LedgerShift::tonneKm)
                .number("covered_h", LedgerShift::coveredH)
                .number("burnt_l", LedgerShift::burntL)
                .number("expected_l", LedgerShift::expectedL)
                .number("saved_l", LedgerShift::savedL)
                .number("standard_error_l", LedgerShift::standardErrorL)
                .number("noise95_l", LedgerShift::noise95L)
                .number("fit95_l", LedgerShift::fit95L)
                .text("remark", LedgerShift::remark)
                .newerBy("span_end");
    }

    private static String replyStatus(Reading reading) {
        return reading.reply().accepted() ? "Accepted" : "Rejected";
    }
}
