package io.fueloptimine.models.training.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The parameter values of a trial. Immutable.
 *
 * @param values one value per parameter, by its name: {@code Double} or {@code Integer}
 */
public record TrialParameters(Map<String, Object> values) {

    public TrialParameters {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * The value of a {@link RealParameter}.
     *
     * @throws IllegalArgumentException when there is no real parameter with this name
     */
    public double real(String name) {
        return value(name, Double.class);
    }

    /**
     * The value of an {@link IntegerParameter}.
     *
     * @throws IllegalArgumentException when there is no integer parameter with this name
     */
    public int integer(String name) {
        return value(name, Integer.class);
    }

    Object value(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "there is no parameter " + name + ", only " + values.keySet());
        }
        return value;
    }

    private <T> T value(String name, Class<T> kind) {
        Object value = value(name);
        if (!kind.isInstance(value)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "parameter %s is %s, expected %s %s",
                            name,
                            value,
                            kind == Integer.class ? "an" : "a",
                            kind.getSimpleName()));
        }
        return kind.cast(value);
    }
}
