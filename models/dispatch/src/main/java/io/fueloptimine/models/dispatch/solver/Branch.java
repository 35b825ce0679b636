package io.fueloptimine.models.dispatch.solver;

import java.util.HashMap;
import java.util.Map;

/**
 * A part of a search for whole numbers: the bounds of integers that differ from those of the model,
 * by the number of the variable. Immutable.
 */
record Branch(Map<Integer, Double> lower, Map<Integer, Double> upper) {

    /** A value is whole up to this. */
    static final double WHOLE = 1e-6;

    /** The whole search. */
    static final Branch ALL = new Branch(Map.of(), Map.of());

    Branch {
        lower = Map.copyOf(lower);
        upper = Map.copyOf(upper);
    }

    /** The part in which an integer is at least a value. */
    Branch atLeast(int variable, double value) {
        return new Branch(with(lower, variable, value), upper);
    }

    /** The part in which an integer is at most a value. */
    Branch atMost(int variable, double value) {
        return new Branch(lower, with(upper, variable, value));
    }

    private static Map<Integer, Double> with(Map<Integer, Double> map, int key, double value) {
        Map<Integer, Double> copy = new HashMap<>(map);
        copy.put(key, value);
        return copy;
    }

    /** The integer that is farthest from a whole number; -1 when all are whole. */
    static int fractional(int[] integers, double[] values) {
        int found = -1;
        double farthest = WHOLE;
        for (int v : integers) {
            double distance = Math.abs(values[v] - Math.rint(values[v]));
            if (distance > farthest) {
                farthest = distance;
                found = v;
            }
        }
        return found;
    }
}
