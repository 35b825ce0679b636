package io.fueloptimine.models.training.search;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A density estimate of trials in a search space: a weighted mixture of one kernel per trial and a
 * prior. Each kernel is a product over the space's parameters. Immutable.
 */
final class ParzenEstimate {

    private static final int FULL_WEIGHT = 25;

    private final double[] weights;
    private final List<GaussianKernels> kernels;

    private ParzenEstimate(double[] weights, List<GaussianKernels> kernels) {
        this.weights = weights;
        this.kernels = kernels;
    }

    /** Creates the estimate from the points of trials, in the order of the trials. */
    static ParzenEstimate of(SearchSpace space, List<double[]> points) {
        List<NumberRange> ranges = space.ranges();
        List<GaussianKernels> kernels =
                IntStream.range(0, ranges.size())
                        .mapToObj(i -> ranges.get(i).kernels(along(points, i)))
                        .toList();
        return new ParzenEstimate(weights(points.size()), kernels);
    }

    private static double[] along(List<double[]> points, int parameter) {
        return points.stream().mapToDouble(point -> point[parameter]).toArray();
    }

    /**
     * The weights of the trials and, last, of the prior; they sum to 1. The latest 25 trials have
     * the same weight as the prior; the weight of older trials decreases with their age (Bergstra,
     * Yamins and Cox 2013).
     */
    static double[] weights(int trials) {
        double[] weights = new double[trials + 1];
        Arrays.fill(weights, 1);
        int older = trials - FULL_WEIGHT;
        double oldest = 1.0 / trials;
        for (int i = 0; i < older; i++) {
            weights[i] = oldest + (1 - oldest) * i / Math.max(1, older - 1);
        }
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    double[] draw(SplittableRandom random) {
        int kernel = drawKernel(random);
        return kernels.stream().mapToDouble(along -> along.draw(kernel, random)).toArray();
    }

    private int drawKernel(SplittableRandom random) {
        double left = random.nextDouble();
        int kernel = 0;
        while (kernel < weights.length - 1 && left >= weights[kernel]) {
            left -= weights[kernel++];
        }
        return kernel;
    }

    /**
     * The logarithm of a point's likelihood. It is finite everywhere in the space because of the
     * prior.
     */
    double logLikelihood(double[] point) {
        double[] logs = new double[weights.length];
        double greatest = Double.NEGATIVE_INFINITY;
        for (int kernel = 0; kernel < logs.length; kernel++) {
            logs[kernel] = Math.log(weights[kernel]);
            for (int i = 0; i < point.length; i++) {
                logs[kernel] += kernels.get(i).logLikelihood(kernel, point[i]);
            }
            greatest = Math.max(greatest, logs[kernel]);
        }
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log - greatest);
        }
        return greatest + Math.log(sum);
    }
}
