package io.fueloptimine.jobs.local;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What a run did, from its start to its stop.
 *
 * @param wallTime how long the mine ran, wall-clock
 * @param mineTime how long, by the mine's own clock
 * @param accounting where every reading went
 * @param repeats readings that the mine sent again after it lost a connection
 * @param quality what the quality topic said
 * @param tables rows that came into the SQL tables
 * @param openAlarms alarms open at the end
 * @param litresPerTonne litres that haul trucks burnt per tonne hauled, over all of the tables
 */
public record RunSummary(
        Duration wallTime,
        Duration mineTime,
        Accounting accounting,
        long repeats,
        QualityCounts quality,
        TableCounts tables,
        long openAlarms,
        OptionalDouble litresPerTonne) {

    /**
     * Whether every reading sent is valid, rejected or a duplicate. A reading that was sent again
     * after a lost connection may have arrived twice, so that many may be over.
     */
    public boolean isAccounted() {
        long missing = accounting.missing();
        return missing <= 0 && -missing <= repeats;
    }

    /** The tables to print, ended by a line feed. */
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
                        .row("readings sent", accounting.sent(), "acknowledged by the broker")
                        .row("= valid", accounting.valid(), "Kafka readings.valid")
                        .row(
                                "+ rejected",
                                accounting.rejected(),
                                "Kafka fuel.quality, with the reason")
                        .row("+ duplicates", accounting.duplicates(), "sent twice, dropped")
                        .row("unaccounted", accounting.missing(), accountingRemark())
                        .row("redelivered", accounting.redelivered(), "by the broker, dropped")
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

    private String accountingRemark() {
        if (isAccounted()) {
            return repeats == 0 ? "every reading is accounted for" : repeats + " were sent again";
        }
        return accounting.missing() > 0 ? "READINGS ARE MISSING" : "MORE THAN WERE SENT";
    }

    private String assignmentRemark() {
        return tables.rejectedAssignments() + " rejected by trucks; SQL dispatch_assignment";
    }
}
