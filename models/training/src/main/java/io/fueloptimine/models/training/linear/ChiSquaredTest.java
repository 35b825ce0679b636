package io.fueloptimine.models.training.linear;

/**
 * The result of a test whose statistic has a chi-squared distribution under the null hypothesis.
 *
 * @param statistic the test statistic, not negative; NaN when the test does not apply
 * @param p the p value, 0 to 1; NaN when the test does not apply
 */
public record ChiSquaredTest(double statistic, int degreesOfFreedom, double p) {

    static ChiSquaredTest of(double statistic, int degreesOfFreedom) {
        return new ChiSquaredTest(
                statistic, degreesOfFreedom, PValues.ofChiSquared(statistic, degreesOfFreedom));
    }
}
