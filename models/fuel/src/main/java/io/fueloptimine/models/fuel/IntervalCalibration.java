package io.fueloptimine.models.fuel;

/**
 * Shifts of the ends of an interval so that it has its nominal coverage, determined on unseen rows
 * (conformalised quantile regression, Romano, Patterson and Candès 2019, applied to each end
 * separately). The shifts are relative to the expectation: 0.02 shifts an end by 2 % of the
 * expectation.
 *
 * @param lowShift shifts the lower end down; a negative value shifts it up
 * @param highShift shifts the upper end up; a negative value shifts it down
 */
public record IntervalCalibration(double lowShift, double highShift) {

    /** No shift. */
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
