package io.fueloptimine.jobs.backtest.run;

import io.fueloptimine.jobs.backtest.mine.ShiftRules;
import io.fueloptimine.jobs.backtest.records.RecordedShift;
import java.util.List;

/**
 * Runs of some shifts with one policy and seed.
 *
 * @param shifts the shifts in the order of time
 */
record ShiftSeries(List<RecordedShift> shifts, ShiftPolicy policy, ShiftRules rules, long seed) {

    /**
     * Whether a shift makes up for what the shifts before have left. The runs of such a series
     * follow each other; the others are independent.
     */
    boolean carriesOver() {
        return rules.stopAtTonnes();
    }
}
