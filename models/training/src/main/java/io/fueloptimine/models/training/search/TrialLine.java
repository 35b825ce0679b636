package io.fueloptimine.models.training.search;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A trial as a line of the journal has it; a field that does not apply is left out.
 *
 * @param number from 0
 * @param parameters values by name
 * @param state how it ended
 * @param value the objective's value
 * @param reported values on the way by step
 * @param failure what went wrong
 */
record TrialLine(
        Integer number,
        Map<String, Object> parameters,
        TrialState state,
        Double value,
        SortedMap<Integer, Double> reported,
        String failure) {

    static TrialLine of(Trial trial) {
        return new TrialLine(
                trial.number(),
                trial.parameters().values(),
                trial.state(),
                trial.value().isPresent() ? trial.value().getAsDouble() : null,
                trial.reported(),
                trial.failure().orElse(null));
    }

    /**
     * The trial.
     *
     * @throws IllegalArgumentException when the line is not that of the trial of this number, or
     *     not in the space
     */
    Trial trial(int expectedNumber, SearchSpace space) {
        if (number == null || number != expectedNumber) {
            throw new IllegalArgumentException(
                    "number must be " + expectedNumber + ", was " + number);
        }
        if (parameters == null || state == null) {
            throw new IllegalArgumentException("parameters and state must be there");
        }
        TrialParameters tried = new TrialParameters(parameters);
        space.requireHolds(tried);
        return new Trial(
                number,
                tried,
                state,
                value == null ? OptionalDouble.empty() : OptionalDouble.of(value),
                reported == null ? new TreeMap<>() : reported,
                Optional.ofNullable(failure));
    }
}
