package io.fueloptimine.models.fuel;

/**
 * Shifts of the two ends of an interval, with which the interval has its nominal coverage. The
 * shifts are determined on rows that were not used for training, by conformalised quantile
 * regression (Romano, Patterson and Candès 2019), applied to each end separately. The shifts are
 * relative to the expected value: 0.02 shifts an end by 2 % of the expected value.
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
