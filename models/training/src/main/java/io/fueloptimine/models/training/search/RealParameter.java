package io.fueloptimine.models.training.search;

import java.util.Locale;
import java.util.Objects;

/**
 * A real number between two bounds. The values have the type {@code Double}.
 *
 * @param low the lowest value
 * @param high the highest value, above low
 * @param scale the scale on which all values are equally likely at first; LOG requires low above 0
 */
public record RealParameter(String name, double low, double high, ParameterScale scale)
        implements SearchParameter {

    public RealParameter {
        SearchSpace.requireName(name);
        Objects.requireNonNull(scale, () -> "parameter " + name + ": scale");
        if (!(low < high && Double.isFinite(high - low))) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "parameter %s: low must be below high, both finite, were %s and %s",
                            name,
                            low,
                            high));
        }
        if (scale == ParameterScale.LOG && low <= 0) {
            throw new IllegalArgumentException(
                    "parameter " + name + ": low must be above 0 on a log scale, was " + low);
        }
    }

    /** Creates a parameter whose values are equally likely. */
    public static RealParameter uniform(String name, double low, double high) {
        return new RealParameter(name, low, high, ParameterScale.LINEAR);
    }

    /**
     * Creates a parameter whose logarithm is uniformly distributed: values from 0.01 to 0.1 are as
     * likely as values from 0.1 to 1.
     */
    public static RealParameter logUniform(String name, double low, double high) {
        return new RealParameter(name, low, high, ParameterScale.LOG);
    }

    @Override
    public NumberRange range() {
        return NumberRange.ofReals(low, high, scale);
    }

    @Override
    public double coordinate(Object value) {
        if (value instanceof Double number && number >= low && number <= high) {
            return number;
        }
        throw new IllegalArgumentException(
                String.format(
                        Locale.ROOT,
                        "parameter %s must be a real number from %s to %s, was %s",
                        name,
                        low,
                        high,
                        value));
    }

    @Override
    public Object value(double coordinate) {
        return coordinate;
    }
}
