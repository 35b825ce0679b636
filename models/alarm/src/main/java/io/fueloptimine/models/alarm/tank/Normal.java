package io.fueloptimine.models.alarm.tank;

/** The normal distribution. */
final class Normal {

    private Normal() {}

    /**
     * Probability that a normal variable is within the given number of standard deviations of its
     * mean, with an error below 2e-7 (Abramowitz and Stegun 1964, formula 7.1.26).
     */
    static double within(double sigmas) {
        double x = Math.abs(sigmas) / Math.sqrt(2);
        double t = 1 / (1 + 0.3275911 * x);
        double polynomial =
                t
                        * (0.254829592
                                + t
                                        * (-0.284496736
                                                + t
                                                        * (1.421413741
                                                                + t
                                                                        * (-1.453152027
                                                                                + t
                                                                                        * 1.061405429))));
        return Math.max(0, Math.min(1, 1 - polynomial * Math.exp(-x * x)));
    }
}
