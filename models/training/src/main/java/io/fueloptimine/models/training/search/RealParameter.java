package io.fueloptimine.models.training.search;

import java.util.Objects;

/**
 * A real number between two bounds; its values are {@code Double}.
 *
 * @param low the least value
 * @param high the greatest value, above low
 * @param scale where its values are equally likely at first; on LOG low is above 0
 */
public record RealParameter(String name, double low, double high, Scale scale)
        implements SearchParameter {

    public RealParameter {
        SearchSpace.requireName(name);
        Objects.requireNonNull(scale, () -> "parameter " + name + ": scale");
        if (!(low < high && Double.isFinite(high - low))) {
            throw new IllegalArgumentException(
                    String.format(
                            "parameter %s: low must be below high, both finite, were %s and %s",
                            name, low, high));
        }
        if (scale == Scale.LOG && low <= 0) {
            throw new IllegalArgumentException(
                    "parameter " + name + ": low must be above 0 on a log scale, was " + low);
        }
    }

    /** Equally likely between the bounds. */
    public static RealParameter uniform(String name, double low, double high) {
        return new RealParameter(name, low, high, Scale.LINEAR);
    }

    /** Every factor equally likely: as often from 0.01 to 0.1 as from 0.1 to 1. */
    public static RealParameter logUniform(String name, double low, double high) {
        return new RealParameter(name, low, high, Scale.LOG);
    }

    @Override
    public double coordinate(Object value) {
        if (value instanceof Double number && number >= low && number <= high) {
            return number;
        }
        throw new IllegalArgumentException(
                String.format(
                        "parameter %s must be a real number from %s to %s, was %s",
                        name, low, high, value));
    }

    @Override
    public Object value(double coordinate) {
        return coordinate;
    }
}
