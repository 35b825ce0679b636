package io.fueloptimine.models.training.search;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The coordinates of a choice: 0 and up.
 *
 * @param count how many choices there are
 */
record Categories(int count) implements Domain {

    @Override
    public double draw(SplittableRandom random) {
        return random.nextInt(count);
    }

    @Override
    public Kernels kernels(double[] seen) {
        return new CategoryKernels(count, Arrays.stream(seen).mapToInt(c -> (int) c).toArray());
    }
}
