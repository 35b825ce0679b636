package io.fueloptimine.models.fuel.registry;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How one feature was spread over the training data, so that a stream can be told from it (PSI and
 * the like). Bins are cut at the training data's quantiles, a value that fills whole quantiles by
 * itself has a bin of its own, and so have values below and above all that training saw (their
 * share is 0) and, as the last, missing ones.
 *
 * @param feature the feature's name
 * @param edges where one bin ends and the next begins, ascending; bin i holds {@code edges[i-1] <=
 *     value < edges[i]}; none when no row told the feature
 * @param shares the share of rows in each bin, one bin more than edges, then the missing ones; they
 *     add up to 1
 */
public record FeatureHistogram(String feature, List<Double> edges, List<Double> shares) {

    public FeatureHistogram {
        edges = List.copyOf(edges);
        shares = List.copyOf(shares);
        if (shares.size() != edges.size() + 2) {
            throw new IllegalArgumentException(
                    String.format(
                            "histogram of %s has %d edges and %d shares, expected %d shares",
                            feature, edges.size(), shares.size(), edges.size() + 2));
        }
    }

    /**
     * The histogram of one feature.
     *
     * @param values of every row, at least one, NaN for missing
     * @param quantiles how many to cut, from 1; fewer come out where many values are the same
     */
    public static FeatureHistogram of(String feature, float[] values, int quantiles) {
        List<Double> edges = edges(values, quantiles);
        long[] counts = new long[edges.size() + 2];
        for (float value : values) {
            counts[bin(edges, value)]++;
        }
        return new FeatureHistogram(
                feature,
                edges,
                Arrays.stream(counts).mapToObj(count -> (double) count / values.length).toList());
    }

    /** The bin that a value falls into, counted from 0; the last for NaN. */
    public int binOf(double value) {
        return bin(edges, value);
    }

    /** The share of rows that did not tell the feature. */
    public double missingShare() {
        return shares.get(shares.size() - 1);
    }

    private static int bin(List<Double> edges, double value) {
        if (Double.isNaN(value)) {
            return edges.size() + 1;
        }
        int found = Collections.binarySearch(edges, withoutSignedZero(value));
        return found >= 0 ? found + 1 : -found - 1;
    }

    private static List<Double> edges(float[] values, int quantiles) {
        float[] sorted = sortedPresent(values);
        SortedSet<Double> edges = new TreeSet<>();
        for (int i = 0; i < quantiles && sorted.length > 0; i++) {
            float value = sorted[(int) ((long) i * sorted.length / quantiles)];
            int next = (int) ((i + 1L) * sorted.length / quantiles);
            edges.add((double) value);
            if (next == sorted.length || sorted[next] == value) {
                edges.add((double) Math.nextUp(next == sorted.length ? sorted[next - 1] : value));
            }
        }
        return List.copyOf(edges);
    }

    private static float[] sortedPresent(float[] values) {
        float[] sorted = new float[values.length];
        int present = 0;
        for (float value : values) {
            if (!Float.isNaN(value)) {
                sorted[present++] = (float) withoutSignedZero(value);
            }
        }
        Arrays.sort(sorted, 0, present);
        return Arrays.copyOf(sorted, present);
    }

    /** Sorting and searching would tell -0 from 0. */
    private static double withoutSignedZero(double value) {
        return value + 0.0;
    }
}
