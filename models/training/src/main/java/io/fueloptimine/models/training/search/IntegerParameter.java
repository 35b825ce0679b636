package io.fueloptimine.models.training.search;

import java.util.Objects;

/**
 * A whole number between two bounds; its values are {@code Integer}.
 *
 * @param low the least value
 * @param high the greatest value, low or more
 * @param scale where its values are equally likely at first; on LOG low is 1 or more
 */
public record IntegerParameter(String name, int low, int high, Scale scale)
        implements SearchParameter {

    public IntegerParameter {
        SearchSpace.requireName(name);
        Objects.requireNonNull(scale, () -> "parameter " + name + ": scale");
        if (low > high) {
            throw new IllegalArgumentException(
                    String.format(
                            "parameter %s: low must not be above high, were %d and %d",
                            name, low, high));
        }
        if (scale == Scale.LOG && low < 1) {
            throw new IllegalArgumentException(
                    "parameter " + name + ": low must be 1 or more on a log scale, was " + low);
        }
    }

    /** Every number equally likely. */
    public static IntegerParameter uniform(String name, int low, int high) {
        return new IntegerParameter(name, low, high, Scale.LINEAR);
    }

    /** Every factor equally likely: as often from 10 to 100 as from 100 to 1,000. */
    public static IntegerParameter logUniform(String name, int low, int high) {
        return new IntegerParameter(name, low, high, Scale.LOG);
    }

    @Override
    public double coordinate(Object value) {
        if (value instanceof Integer number && number >= low && number <= high) {
            return number;
        }
        throw new IllegalArgumentException(
                String.format(
                        "parameter %s must be a whole number from %d to %d, was %s",
                        name, low, high, value));
    }

    @Override
    public Object value(double coordinate) {
        return (int) coordinate;
    }
}
