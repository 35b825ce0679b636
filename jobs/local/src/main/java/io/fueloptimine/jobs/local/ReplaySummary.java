package io.fueloptimine.jobs.local;

import java.util.Locale;

/**
 * What a replay read, what became of it, and the mine's figures.
 *
 * @param cyclesRead cycles in the fleet's file
 * @param refuelsRead refuellings in the fleet's file
 * @param accounting where every record went
 * @param quality what the quality topic said
 * @param fleet the figures from the SQL tables
 */
public record ReplaySummary(
        long cyclesRead,
        long refuelsRead,
        Accounting accounting,
        QualityCounts quality,
        FleetFigures fleet) {

    /** Whether every record is valid, rejected or a duplicate. */
    public boolean isAccounted() {
        return accounting.missing() == 0;
    }

    /** The tables to print, ended by a line feed. */
    public String render() {
        return records().render() + quality.render() + figures().render() + shares().render();
    }

    private TextTable records() {
        return new TextTable("Records")
                .row("cycles read", cyclesRead, "")
                .row("refuellings read", refuelsRead, "")
                .row("= valid", accounting.valid(), "Kafka readings.valid")
                .row(
                        "+ rejected",
                        accounting.rejected(),
                        "Kafka fuel.quality, SQL rejected_reading")
                .row("+ duplicates", accounting.duplicates(), "seen before, dropped")
                .row("unaccounted", accounting.missing(), "")
                .row("flagged", quality.flagged(), "valid with a warning");
    }

    private TextTable figures() {
        return new TextTable("The mine, from SQL")
                .row("cycles", fleet.cycles(), "v_fleet")
                .row("trucks", fleet.trucks(), "")
                .row("days", format("%.2f", fleet.days()), "first assigned to last empty")
                .row("tonnes", format("%,.0f", fleet.tonnes()), "")
                .row("tonnes per day", format("%,.0f", fleet.tonnesPerDay()), "all trucks")
                .row("refuelled trucks", fleet.refuelledTrucks(), "v_litres_per_tonne_by_refuels")
                .row("litres", format("%,.0f", fleet.litres()), "dispensed to them")
                .row("litres per tonne", format("%.4f", fleet.litresPerTonne()), "of those trucks");
    }

    private TextTable shares() {
        TextTable table = new TextTable("Trucks' calendar time, from SQL v_time_shares");
        fleet.timeShares()
                .forEach((name, share) -> table.row(name, format("%.1f %%", 100 * share), ""));
        return table;
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
