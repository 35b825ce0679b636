package io.fueloptimine.jobs.local;

/**
 * Rows in the SQL tables.
 *
 * @param windows fuel windows scored
 * @param cycles haul cycles
 * @param plans dispatch plans
 * @param assignments dispatch assignments
 * @param rejectedAssignments those that a truck rejected
 * @param alerts alarms, open or cleared
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

    /** Rows that came since an earlier moment. */
    TableCounts since(TableCounts earlier) {
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
