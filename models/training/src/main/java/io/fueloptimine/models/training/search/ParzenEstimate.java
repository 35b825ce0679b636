package io.fueloptimine.models.training.search;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Where trials lie in a space: a weighted mixture of kernels, one a trial and the prior, each a
 * product over the space's parameters. Immutable.
 */
final class ParzenEstimate {

    private static final int FULL_WEIGHT = 25;

    private final double[] weights;
    private final List<Kernels> kernels;

    private ParzenEstimate(double[] weights, List<Kernels> kernels) {
        this.weights = weights;
        this.kernels = kernels;
    }

    /** The estimate from trials' points in a space, in their order. */
    static ParzenEstimate of(SearchSpace space, List<double[]> points) {
        List<Domain> domains = space.domains();
        List<Kernels> kernels =
                IntStream.range(0, domains.size())
                        .mapToObj(i -> domains.get(i).kernels(along(points, i)))
                        .toList();
        return new ParzenEstimate(weights(points.size()), kernels);
    }

    private static double[] along(List<double[]> points, int parameter) {
        return points.stream().mapToDouble(point -> point[parameter]).toArray();
    }

    /**
     * What each of so many trials counts for, and last the prior; their sum is 1. The latest 25
     * weigh as much as the prior, older ones ever less (Bergstra, Yamins and Cox 2013).
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

    /** The logarithm of a point's likelihood. The prior keeps it finite all over the space. */
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
