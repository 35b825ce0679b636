package io.fueloptimine.jobs.local.account;

/**
 * Numbers of rows in the SQL tables.
 *
 * @param windows fuel windows scored
 * @param cycles haul cycles
 * @param plans dispatch plans
 * @param assignments dispatch assignments
 * @param rejectedAssignments assignments that a truck rejected
 * @param alerts alarms, open and cleared
 * @param driftEvents drift events
 * @param refuels refuellings
 */
public record TableCounts(
        long windows,
        long cycles,
        long plans,
        long assignments,
        long rejectedAssignments,
        long alerts,
        long driftEvents,
        long refuels) {

    /** The difference between these counts and earlier counts. */
    public TableCounts since(TableCounts earlier) {
        return new TableCounts(
                windows - earlier.windows,
                cycles - earlier.cycles,
                plans - earlier.plans,
                assignments - earlier.assignments,
                rejectedAssignments - earlier.rejectedAssignments,
                alerts - earlier.alerts,
                driftEvents - earlier.driftEvents,
                refuels - earlier.refuels);
    }
}
