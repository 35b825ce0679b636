package io.fueloptimine.models.training.search;

import java.util.Locale;

/**
 * An integer between two bounds. All values are equally likely at first. The values have the type
 * {@code Integer}.
 *
 * @param low the lowest value
 * @param high the highest value, at least low
 */
public record IntegerParameter(String name, int low, int high) implements SearchParameter {

    public IntegerParameter {
        SearchSpace.requireName(name);
        if (low > high) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "parameter %s: low must not be above high, were %d and %d",
                            name,
                            low,
                            high));
        }
    }

    @Override
    public NumberRange range() {
        return NumberRange.ofIntegers(low, high);
    }

    @Override
    public double coordinate(Object value) {
        if (value instanceof Integer number && number >= low && number <= high) {
            return number;
        }
        throw new IllegalArgumentException(
                String.format(
                        Locale.ROOT,
                        "parameter %s must be an integer from %d to %d, was %s",
                        name,
                        low,
                        high,
                        value));
    }

    @Override
    public Object value(double coordinate) {
        return (int) coordinate;
    }
}
