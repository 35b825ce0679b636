package io.fueloptimine.models.training.search;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How wide a kernel is: as far as the farther of its two neighbours (Bergstra et al. 2011). The
 * outermost look inwards only; one that is alone looks at the bounds.
 */
final class Bandwidths {

    /** However many kernels there are, none is narrower than the range over this. */
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
        double[] line = lineUp(means, order, low, high);
        double least = (high - low) / Math.min(NARROWEST, means.length + 2);
        double[] sigmas = new double[means.length];
        for (int rank = 0; rank < order.length; rank++) {
            double here = line[rank + 1];
            double farther = Math.max(here - line[rank], line[rank + 2] - here);
            sigmas[order[rank]] = Math.min(high - low, Math.max(least, farther));
        }
        return sigmas;
    }

    /** The means in ascending order, and at either end what the outermost look at. */
    private static double[] lineUp(double[] means, int[] order, double low, double high) {
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
