package io.fueloptimine.models.training.search;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The parameters of a search. Immutable.
 *
 * @param parameters one or more, with different names; random numbers are drawn in the order of the
 *     parameters, so that another order is another space
 */
public record SearchSpace(List<SearchParameter> parameters) {

    public SearchSpace {
        parameters = List.copyOf(parameters);
        List<String> names = parameters.stream().map(SearchParameter::name).toList();
        if (names.isEmpty() || Set.copyOf(names).size() < names.size()) {
            throw new IllegalArgumentException(
                    "a search space needs one or more parameters with different names, had "
                            + names);
        }
    }

    /** Creates a space of the given parameters, in the given order. */
    public static SearchSpace of(SearchParameter... parameters) {
        return new SearchSpace(List.of(parameters));
    }

    static void requireName(String name) {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("a parameter's name must not be blank");
        }
    }

    List<NumberRange> ranges() {
        return parameters.stream().map(SearchParameter::range).toList();
    }

    /** The parameter values at a point, which has one coordinate per parameter. */
    TrialParameters at(double[] point) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < point.length; i++) {
            values.put(parameters.get(i).name(), parameters.get(i).value(point[i]));
        }
        return new TrialParameters(values);
    }

    /**
     * The point that corresponds to the values; values of parameters outside this space are
     * ignored.
     */
    double[] point(TrialParameters values) {
        return parameters.stream()
                .mapToDouble(parameter -> parameter.coordinate(values.value(parameter.name())))
                .toArray();
    }

    /**
     * Checks that the given values are valid in this space.
     *
     * @throws IllegalArgumentException when a parameter is missing, unknown or out of its bounds
     */
    void requireHolds(TrialParameters values) {
        Set<String> names = new LinkedHashSet<>();
        parameters.forEach(parameter -> names.add(parameter.name()));
        if (!values.values().keySet().equals(names)) {
            throw new IllegalArgumentException(
                    "parameters must be " + names + ", were " + values.values().keySet());
        }
        point(values);
    }
}
