package io.fueloptimine.models.fuel.trees;

/**
 * Gauss-Legendre quadrature on the interval from 0 to 1. With n points it is exact for polynomials
 * up to degree 2n - 1. Immutable by convention: the arrays are not copied.
 *
 * @param points the points, within 0 to 1
 * @param weights the weights; they add up to 1
 */
record GaussLegendre(double[] points, double[] weights) {

    private static final int MOST_STEPS = 20;

    /**
     * The quadrature rule with the given number of points. The points are the zeros of the Legendre
     * polynomial, found by Newton's method.
     */
    static GaussLegendre of(int count) {
        double[] points = new double[count];
        double[] weights = new double[count];
        for (int i = 0; i < count; i++) {
            double x = Math.cos(Math.PI * (i + 0.75) / (count + 0.5));
            for (int step = 0; step < MOST_STEPS; step++) {
                x -= legendre(count, x) / slope(count, x);
            }
            double slope = slope(count, x);
            points[i] = (1 - x) / 2;
            weights[i] = 1 / ((1 - x * x) * slope * slope);
        }
        return new GaussLegendre(points, weights);
    }

    private static double legendre(int degree, double x) {
        double before = 1;
        double value = degree == 0 ? 1 : x;
        for (int n = 2; n <= degree; n++) {
            double next = ((2 * n - 1) * x * value - (n - 1) * before) / n;
            before = value;
            value = next;
        }
        return value;
    }

    private static double slope(int degree, double x) {
        return degree * (legendre(degree - 1, x) - x * legendre(degree, x)) / (1 - x * x);
    }
}
