package io.fueloptimine.jobs.backtest.mine;

import java.time.Duration;

/**
 * How long the trucks of a shift work.
 *
 * @param stopAtTonnes whether a face or dumping place is closed when its recorded tonnes are moved
 * @param overtime how long after its last recorded load a truck still works
 */
public record ShiftRules(boolean stopAtTonnes, Duration overtime) {

    /** Every truck works for its recorded hours, whatever it hauls: for the proof of the fit. */
    public static final ShiftRules RECORDED_HOURS = new ShiftRules(false, Duration.ZERO);

    /** The trucks work until the recorded tonnes are moved, at most four hours longer. */
    public static final ShiftRules RECORDED_TONNES = new ShiftRules(true, Duration.ofHours(4));
}
