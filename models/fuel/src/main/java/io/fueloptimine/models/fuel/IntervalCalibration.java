package io.fueloptimine.models.fuel;

/**
 * How far the ends of an interval are moved so that it covers what it promises, measured on rows
 * that the model never saw (conformalised quantile regression, Romano, Patterson and Candès 2019,
 * each end by itself). Relative to the expectation: 0.02 moves an end by 2 % of it.
 *
 * @param lowShift moves the lower end down; negative moves it up
 * @param highShift moves the upper end up; negative moves it down
 */
public record IntervalCalibration(double lowShift, double highShift) {

    /** Leaves the quantile forests' answers as they are. */
    public static final IntervalCalibration NONE = new IntervalCalibration(0, 0);

    public IntervalCalibration {
        if (!Double.isFinite(lowShift) || !Double.isFinite(highShift)) {
            throw new IllegalArgumentException(
                    "interval calibration of "
                            + lowShift
                            + " and "
                            + highShift
                            + ": expected two finite numbers");
        }
    }
}
