package io.fueloptimine.jobs.local.account;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The summary of a run.
 *
 * @param wallTime wall-clock time for which the mine ran
 * @param mineTime simulated time that passed during the run
 * @param account the account of the readings
 * @param repeats readings that the mine sent again after it lost a connection
 * @param quality counts of the quality topic
 * @param tables numbers of rows added to the SQL tables
 * @param openAlarms alarms that are not cleared at the end
 * @param litresPerTonne litres burnt by haul trucks per tonne hauled, over all rows of the tables,
 *     including earlier runs
 */
public record RunSummary(
        Duration wallTime,
        Duration mineTime,
        ReadingAccount account,
        long repeats,
        QualityCounts quality,
        TableCounts tables,
        long openAlarms,
        OptionalDouble litresPerTonne) {

    /**
     * Whether all readings were found as valid, rejected or duplicate. The results may contain up
     * to {@code repeats} more readings, because a reading that was sent again after a lost
     * connection can arrive twice.
     */
    public boolean isAccounted() {
        long unaccounted = account.unaccounted();
        return unaccounted <= 0 && -unaccounted <= repeats;
    }

    /** Formats the summary as text tables. The text ends with a line feed. */
    public String render() {
        double hours = mineTime.toMillis() / 3_600_000.0;
        double speedUp = wallTime.isZero() ? 0 : (double) mineTime.toMillis() / wallTime.toMillis();
        TextTable table =
                new TextTable(
                                String.format(
                                        Locale.ROOT,
                                        "Summary: %.1f h of the mine in %.1f min (%.0fx)",
                                        hours,
                                        wallTime.toMillis() / 60_000.0,
                                        speedUp))
                        .row("readings", account.read(), "made by the mine")
                        .row("= valid", account.valid(), "Kafka readings.valid")
                        .row(
                                "+ rejected",
                                account.rejected(),
                                "Kafka fuel.quality, with the reason")
                        .row("+ duplicates", account.duplicates(), "sent twice, dropped")
                        .row("unaccounted", account.unaccounted(), accountRemark())
                        .row("redelivered", account.redelivered(), "by the broker, dropped")
                        .row("flagged", quality.flagged(), "valid with a warning")
                        .row("late", quality.late(), "valid, too late for their window")
                        .row("windows scored", tables.windows(), "SQL fuel_window")
                        .row("haul cycles", tables.cycles(), "SQL haul_cycle")
                        .row("refuels", tables.refuels(), "SQL refuel")
                        .row("plans", tables.plans(), "SQL dispatch_plan")
                        .row("assignments", tables.assignments(), assignmentRemark())
                        .row("alerts", tables.alerts(), openAlarms + " open; SQL alert")
                        .row("drift events", tables.driftEvents(), "SQL drift_event");
        litresPerTonne.ifPresent(
                litres ->
                        table.row(
                                "litres per tonne",
                                String.format(Locale.ROOT, "%.3f", litres),
                                "haul trucks, fuel_window over haul_cycle"));
        return table.render() + quality.render();
    }

    private String accountRemark() {
        if (isAccounted()) {
            return repeats == 0 ? "every reading is accounted for" : repeats + " were sent again";
        }
        return account.unaccounted() > 0 ? "READINGS ARE MISSING" : "MORE READINGS THAN WERE MADE";
    }

    private String assignmentRemark() {
        return tables.rejectedAssignments() + " rejected by trucks; SQL dispatch_assignment";
    }
}
