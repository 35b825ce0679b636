package io.fueloptimine.models.training.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a trial is to be tried with. Immutable.
 *
 * @param values a value a parameter, by its name: {@code Double}, {@code Integer} or {@code String}
 */
public record TrialParameters(Map<String, Object> values) {

    public TrialParameters {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * The value of a {@link RealParameter}.
     *
     * @throws IllegalArgumentException when there is no such parameter of that kind, as in the
     *     other two
     */
    public double real(String name) {
        return value(name, Double.class);
    }

    /** The value of an {@link IntegerParameter}. */
    public int integer(String name) {
        return value(name, Integer.class);
    }

    /** The value of a {@link CategoricalParameter}. */
    public String choice(String name) {
        return value(name, String.class);
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
                            "parameter %s is %s, expected %s %s",
                            name, value, kind == Integer.class ? "an" : "a", kind.getSimpleName()));
        }
        return kind.cast(value);
    }
}
