package io.fueloptimine.operators.ledger;

import io.fueloptimine.models.mine.input.Setting;
import java.io.Serializable;

/** The settings of the ledger of measured savings. */
public record LedgerSettings(
        @Setting(
                        unit = "hour of the day (UTC)",
                        min = 0,
                        max = 23.99,
                        meaning =
                                "Time at which a shift starts; the length of shifts is that of the"
                                        + " dig plan")
                double shiftStartHour,
        @Setting(
                        unit = "shifts",
                        min = 3,
                        max = 10_000,
                        meaning = "Least number of shifts of a baseline period")
                int minBaselineShifts,
        @Setting(
                        unit = "share of a baseline shift",
                        min = 0,
                        max = 1,
                        meaning =
                                "Truck hours that fuel readings must cover; a shift with less is not"
                                        + " measured, because lost readings look like a saving")
                double minCoverage)
        implements Serializable {

    /** The defaults. */
    public static final LedgerSettings DEFAULT = new LedgerSettings(8, 6, 0.98);
}
