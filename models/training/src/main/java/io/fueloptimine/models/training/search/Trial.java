package io.fueloptimine.models.training.search;

import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One trial that has ended. Immutable.
 *
 * @param number number of the trial, from 0
 * @param parameters the parameters of the trial
 * @param state how the trial ended
 * @param value the value of the objective, finite; present if and only if the trial is complete
 * @param reported intermediate values by step; NaN where the value was not finite
 * @param failure the error; present if and only if the trial failed
 */
public record Trial(
        int number,
        TrialParameters parameters,
        TrialState state,
        OptionalDouble value,
        SortedMap<Integer, Double> reported,
        Optional<String> failure) {

    public Trial {
        reported = Collections.unmodifiableSortedMap(new TreeMap<>(reported));
        boolean consistent =
                value.isPresent() == (state == TrialState.COMPLETE)
                        && failure.isPresent() == (state == TrialState.FAILED)
                        && Double.isFinite(value.orElse(0))
                        && !(reported.isEmpty() && state == TrialState.PRUNED)
                        && !reported.containsValue(null);
        if (!consistent) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "a complete trial has a finite value, a pruned trial has reported"
                                    + " values, a failed trial has a failure; trial %d was %s with value"
                                    + " %s, reported %s, failure %s",
                            number,
                            state,
                            value,
                            reported,
                            failure));
        }
    }

    static Trial complete(
            int number,
            TrialParameters parameters,
            double value,
            SortedMap<Integer, Double> reported) {
        OptionalDouble some = OptionalDouble.of(value);
        return new Trial(number, parameters, TrialState.COMPLETE, some, reported, Optional.empty());
    }

    static Trial pruned(
            int number, TrialParameters parameters, SortedMap<Integer, Double> reported) {
        OptionalDouble none = OptionalDouble.empty();
        return new Trial(number, parameters, TrialState.PRUNED, none, reported, Optional.empty());
    }

    static Trial failed(
            int number,
            TrialParameters parameters,
            String failure,
            SortedMap<Integer, Double> reported) {
        OptionalDouble none = OptionalDouble.empty();
        return new Trial(
                number, parameters, TrialState.FAILED, none, reported, Optional.of(failure));
    }
}
