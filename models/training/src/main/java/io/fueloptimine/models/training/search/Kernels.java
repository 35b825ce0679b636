package io.fueloptimine.models.training.search;

import java.util.SplittableRandom;

/**
 * The kernels of a Parzen estimate along one parameter: kernel i around what trial i tried, and one
 * more, the prior, that knows nothing. Immutable.
 */
interface Kernels {

    /** A coordinate drawn from one kernel. */
    double draw(int kernel, SplittableRandom random);

    /**
     * The logarithm of a coordinate's likelihood under one kernel: a density on the parameter's
     * scale, or a probability where coordinates are whole.
     */
    double logLikelihood(int kernel, double coordinate);
}
