package io.fueloptimine.models.training.search;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Kernel widths of a Parzen estimate. The width of a kernel is the distance from its mean to the
 * farther of the two neighbouring means (Bergstra et al. 2011). The first and the last kernel have
 * one neighbour only; a single kernel uses the distance to the bounds.
 */
final class Bandwidths {

    /**
     * The minimum width of a kernel is the range divided by this number, for any number of kernels.
     */
    private static final double NARROWEST = 100;

    private Bandwidths() {}

    /** The standard deviation of the kernel around each mean, all between low and high. */
    static double[] of(double[] means, double low, double high) {
        int[] order =
                IntStream.range(0, means.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> means[i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        double[] line = withNeighbours(means, order, low, high);
        double least = (high - low) / Math.min(NARROWEST, means.length + 2);
        double[] sigmas = new double[means.length];
        for (int rank = 0; rank < order.length; rank++) {
            double here = line[rank + 1];
            double farther = Math.max(here - line[rank], line[rank + 2] - here);
            sigmas[order[rank]] = Math.min(high - low, Math.max(least, farther));
        }
        return sigmas;
    }

    /**
     * The means in ascending order, with an additional neighbour before the first and after the
     * last mean.
     */
    private static double[] withNeighbours(double[] means, int[] order, double low, double high) {
        double[] line = new double[means.length + 2];
        for (int rank = 0; rank < order.length; rank++) {
            line[rank + 1] = means[order[rank]];
        }
        boolean alone = means.length == 1;
        line[0] = alone ? low : line[1];
        line[line.length - 1] = alone ? high : line[means.length];
        return line;
    }
}
