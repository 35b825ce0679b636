package io.fueloptimine.models.training.search;

import java.util.Collections;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One trial that has ended. Immutable.
 *
 * @param number from 0, in the order in which they were tried
 * @param parameters what was tried
 * @param state how it ended
 * @param value what the objective came to, finite; there if and only if the trial is complete
 * @param reported values on the way by step; NaN where the objective had no finite one
 * @param failure what went wrong; there if and only if the trial failed
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
        boolean whole =
                value.isPresent() == (state == TrialState.COMPLETE)
                        && failure.isPresent() == (state == TrialState.FAILED)
                        && Double.isFinite(value.orElse(0))
                        && !(reported.isEmpty() && state == TrialState.PRUNED)
                        && !reported.containsValue(null);
        if (!whole) {
            throw new IllegalArgumentException(
                    String.format(
                            "a complete trial has a finite value, a pruned one reports, a failed"
                                    + " one a failure; trial %d was %s with value %s, reports %s,"
                                    + " failure %s",
                            number, state, value, reported, failure));
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
