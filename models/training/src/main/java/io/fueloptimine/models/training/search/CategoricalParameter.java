package io.fueloptimine.models.training.search;

import java.util.HashSet;
import java.util.List;

/**
 * One of several words without an order; its values are {@code String}.
 *
 * @param choices one or more, all different
 */
public record CategoricalParameter(String name, List<String> choices) implements SearchParameter {

    public CategoricalParameter {
        SearchSpace.requireName(name);
        choices = List.copyOf(choices);
        if (choices.isEmpty() || new HashSet<>(choices).size() < choices.size()) {
            throw new IllegalArgumentException(
                    String.format(
                            "parameter %s: choices must be one or more, all different, were %s",
                            name, choices));
        }
    }

    /** Every choice equally likely at first. */
    public static CategoricalParameter of(String name, String... choices) {
        return new CategoricalParameter(name, List.of(choices));
    }

    @Override
    public double coordinate(Object value) {
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).equals(value)) {
                return i;
            }
        }
        throw new IllegalArgumentException(
                String.format("parameter %s must be one of %s, was %s", name, choices, value));
    }

    @Override
    public Object value(double coordinate) {
        return choices.get((int) coordinate);
    }
}
