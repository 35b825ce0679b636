package io.fueloptimine.jobs.simulator.calibration;

import java.util.Arrays;

/** A growing sample of numbers and its statistics. */
final class Sample {

    private double[] values = new double[256];
    private int size;

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    int size() {
        return size;
    }

    double mean() {
        return Arrays.stream(values, 0, size).average().orElse(Double.NaN);
    }

    double sd() {
        double mean = mean();
        double squares = Arrays.stream(values, 0, size).map(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(squares / (size - 1));
    }

    /**
     * A quantile of the sample.
     *
     * @param share the order of the quantile, 0 to 1
     */
    double quantile(double share) {
        double[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(size - 1, Math.floor(share * size))];
    }

    /** A sample of the logarithms of all values above a minimum. */
    Sample logsOver(double minimum) {
        Sample logs = new Sample();
        for (int i = 0; i < size; i++) {
            if (values[i] > minimum) {
                logs.add(Math.log(values[i]));
            }
        }
        return logs;
    }
}
