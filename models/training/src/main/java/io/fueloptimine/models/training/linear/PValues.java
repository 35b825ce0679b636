package io.fueloptimine.models.training.linear;

import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;

/**
 * Computes p values of test statistics. Each tail probability is computed directly and not as one
 * minus the remaining probability, so that p values far below 1e-16 keep their precision. The p
 * value of NaN is NaN.
 */
final class PValues {

    private PValues() {}

    /**
     * The two-sided p value of Student's t with v degrees of freedom: the regularised incomplete
     * beta I(v / (v + t^2); v / 2, 1 / 2) (Abramowitz and Stegun 26.7.1).
     */
    static double ofT(double t, int degreesOfFreedom) {
        double v = degreesOfFreedom;
        return Beta.regularizedBeta(v / (v + t * t), v / 2, 0.5);
    }

    /**
     * The upper tail probability of F with k and v degrees of freedom: I(v / (v + k F); v / 2, k /
     * 2) (Abramowitz and Stegun 26.6.2).
     */
    static double ofF(double f, int columns, int degreesOfFreedom) {
        double v = degreesOfFreedom;
        return Beta.regularizedBeta(v / (v + columns * f), v / 2, columns / 2.0);
    }

    /**
     * The upper tail probability of chi squared with v degrees of freedom: the regularised
     * incomplete gamma Q(v / 2, x / 2) (Abramowitz and Stegun 26.4.19).
     */
    static double ofChiSquared(double x, int degreesOfFreedom) {
        return Gamma.regularizedGammaQ(degreesOfFreedom / 2.0, x / 2);
    }
}
