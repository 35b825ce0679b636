package io.fueloptimine.jobs.local.replay;

import io.fueloptimine.jobs.local.account.QualityCounts;
import io.fueloptimine.jobs.local.account.ReadingAccount;
import io.fueloptimine.jobs.local.account.TextTable;
import java.util.Locale;

/**
 * The summary of a replay: the records read, their account, and statistics of the mine.
 *
 * @param cyclesRead number of haul cycles in the files
 * @param refuelsRead number of refuellings in the files
 * @param account the account of the records
 * @param unsendable counts of the records that were rejected before they were sent
 * @param refused number of records that the broker refused; these records count as unaccounted
 * @param quality counts of the quality topic
 * @param fleet statistics of the mine from the SQL views
 */
public record ReplaySummary(
        long cyclesRead,
        long refuelsRead,
        ReadingAccount account,
        UnsendableRecords unsendable,
        long refused,
        QualityCounts quality,
        FleetStatistics fleet) {

    /** Whether all records were found as valid, rejected or duplicate. */
    public boolean isAccounted() {
        return account.unaccounted() == 0;
    }

    /** Formats the summary as text tables. The text ends with a line feed. */
    public String render() {
        return records().render()
                + unsendable.render()
                + quality.render()
                + statistics().render()
                + shares().render();
    }

    private TextTable records() {
        return new TextTable("Records")
                .row("cycles read", cyclesRead, "")
                .row("refuellings read", refuelsRead, "")
                .row("= valid", account.valid(), "Kafka readings.valid")
                .row("+ rejected", account.rejected(), "Kafka fuel.quality, SQL rejected_reading")
                .row("+ not sent", account.notSent(), "rejected before sending, see below")
                .row("+ duplicates", account.duplicates(), "received before, dropped")
                .row("unaccounted", account.unaccounted(), accountRemark())
                .row("flagged", quality.flagged(), "valid with a warning");
    }

    private String accountRemark() {
        if (isAccounted()) {
            return "every record is accounted for";
        }
        String remark = account.unaccounted() > 0 ? "RECORDS ARE MISSING" : "MORE THAN WERE READ";
        return refused == 0 ? remark : remark + "; the broker refused " + refused;
    }

    private TextTable statistics() {
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
