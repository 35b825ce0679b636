package io.fueloptimine.models.training.search;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Trials with one parameter x, for tests. */
final class Trials {

    static final StudyListener NO_LISTENER = (trial, ofTrials, best) -> {};

    private static final SortedMap<Integer, Double> NO_REPORTS = new TreeMap<>();

    private Trials() {}

    static TrialParameters x(double x) {
        return new TrialParameters(Map.of("x", x));
    }

    static Trial complete(int number, double x, double value) {
        return Trial.complete(number, x(x), value, NO_REPORTS);
    }

    /** A complete trial that reported these values at steps 0, 1 and so on. */
    static Trial reporting(int number, double... values) {
        return Trial.complete(number, x(0), values[values.length - 1], steps(values));
    }

    static Trial pruned(int number, double... values) {
        return Trial.pruned(number, x(0), steps(values));
    }

    static Trial failed(int number) {
        return Trial.failed(number, x(0), "no luck", NO_REPORTS);
    }

    static SortedMap<Integer, Double> steps(double... values) {
        SortedMap<Integer, Double> steps = new TreeMap<>();
        for (double value : values) {
            steps.put(steps.size(), value);
        }
        return steps;
    }
}
