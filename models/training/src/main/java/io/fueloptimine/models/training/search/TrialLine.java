package io.fueloptimine.models.training.search;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A trial as a line of the journal. Fields that do not apply are omitted.
 *
 * @param number the number of the trial, from 0
 * @param parameters the parameter values by name
 * @param state how the trial ended
 * @param value the objective's value
 * @param reported intermediate values by step
 * @param failure the error of a failed trial
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
     * Converts the line to a trial.
     *
     * @throws IllegalArgumentException when the line has another trial number, or the parameters
     *     are not in the space
     */
    Trial trial(int expectedNumber, SearchSpace space) {
        if (number == null || number != expectedNumber) {
            throw new IllegalArgumentException(
                    "number must be " + expectedNumber + ", was " + number);
        }
        if (parameters == null || state == null) {
            throw new IllegalArgumentException("parameters and state must be present");
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
