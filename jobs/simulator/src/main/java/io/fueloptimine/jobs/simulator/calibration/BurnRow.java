package io.fueloptimine.jobs.simulator.calibration;

/**
 * The fuel rate of a kind of hours: the truth beside what a regression on refuellings says, as at
 * the Andean mine, where the truth is unknown.
 *
 * @param kind words for the kind of hours
 * @param anchorLph rate that the regression gave at the Andean mine, L/h
 * @param anchorLowLph lower end of its 95 % interval, L/h
 * @param anchorHighLph upper end of its 95 % interval, L/h
 * @param trueLph rate that the trucks burnt in the same intervals, by the counters of the pit, L/h
 * @param regressionLph rate by the regression on the simulated refuellings, L/h
 * @param lowLph lower end of its interval, L/h; the intervals of the three kinds contain the truth
 *     at once in 95 % of runs
 * @param highLph upper end of its interval, L/h
 */
public record BurnRow(
        String kind,
        double anchorLph,
        double anchorLowLph,
        double anchorHighLph,
        double trueLph,
        double regressionLph,
        double lowLph,
        double highLph) {

    /** Whether the truth lies in the interval that was measured at the Andean mine. */
    public boolean truthMet() {
        return trueLph >= anchorLowLph && trueLph <= anchorHighLph;
    }

    /** Whether the interval of the regression contains the truth. */
    public boolean truthInInterval() {
        return trueLph >= lowLph && trueLph <= highLph;
    }

    public boolean met() {
        return truthMet() && truthInInterval();
    }
}
