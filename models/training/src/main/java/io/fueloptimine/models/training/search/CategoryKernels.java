package io.fueloptimine.models.training.search;

import java.util.SplittableRandom;

/**
 * Kernels over choices: mostly the one seen, and a little of every other. With n choices seen, the
 * one seen weighs 1 + 1/(n + 1) and any other 1/(n + 1).
 */
final class CategoryKernels implements Kernels {

    private final int choices;
    private final int[] seen;
    private final double little;

    CategoryKernels(int choices, int[] seen) {
        this.choices = choices;
        this.seen = seen;
        this.little = 1.0 / (seen.length + 1);
    }

    @Override
    public double draw(int kernel, SplittableRandom random) {
        boolean asSeen = kernel < seen.length && random.nextDouble() * allWeights() < 1;
        return asSeen ? seen[kernel] : random.nextInt(choices);
    }

    @Override
    public double logLikelihood(int kernel, double coordinate) {
        if (kernel == seen.length) {
            return -Math.log(choices);
        }
        double weight = seen[kernel] == (int) coordinate ? 1 + little : little;
        return Math.log(weight / allWeights());
    }

    private double allWeights() {
        return 1 + choices * little;
    }
}
