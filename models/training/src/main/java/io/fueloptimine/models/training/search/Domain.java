package io.fueloptimine.models.training.search;

import java.util.SplittableRandom;

/** Where the coordinates of one parameter lie. Immutable. */
sealed interface Domain permits NumberRange, Categories {

    /** The domain of a parameter. */
    static Domain of(SearchParameter parameter) {
        if (parameter instanceof RealParameter real) {
            return NumberRange.ofReals(real.low(), real.high(), real.scale());
        }
        if (parameter instanceof IntegerParameter integer) {
            return NumberRange.ofIntegers(integer.low(), integer.high(), integer.scale());
        }
        return new Categories(((CategoricalParameter) parameter).choices().size());
    }

    /** A coordinate, each as likely as any other on the parameter's scale. */
    double draw(SplittableRandom random);

    /** A kernel around each coordinate seen, in their order, and last the prior. */
    Kernels kernels(double[] seen);
}
