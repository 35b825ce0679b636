package io.fueloptimine.models.training.linear;

/**
 * A statistic that is chi squared when what it tests for is absent.
 *
 * @param statistic not negative; NaN where there is nothing to test
 * @param p how often chance alone goes as far, 0 to 1; NaN where there is nothing to test
 */
public record ChiSquaredTest(double statistic, int degreesOfFreedom, double p) {

    static ChiSquaredTest of(double statistic, int degreesOfFreedom) {
        return new ChiSquaredTest(
                statistic, degreesOfFreedom, PValues.ofChiSquared(statistic, degreesOfFreedom));
    }
}
