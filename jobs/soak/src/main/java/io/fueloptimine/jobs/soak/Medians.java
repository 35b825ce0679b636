package io.fueloptimine.jobs.soak;

import java.util.Collection;

/** Medians of numbers. */
final class Medians {

    private Medians() {}

    /** The median of at least one number. */
    static double of(Collection<Double> values) {
        return ofSorted(values.stream().mapToDouble(Double::doubleValue).sorted().toArray());
    }

    /** The median of at least one number; the numbers ascend. */
    static double ofSorted(double[] values) {
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
