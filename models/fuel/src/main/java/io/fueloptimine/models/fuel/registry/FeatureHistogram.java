package io.fueloptimine.models.fuel.registry;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The distribution of one feature in the training data, with which a stream can be compared (PSI
 * and similar measures). Bins are bounded by quantiles of the training data. A value so frequent
 * that it fills a whole quantile has a bin of its own. Two further bins hold values below and above
 * those of the training data and have a share of 0; the last bin holds missing values.
 *
 * @param feature the name of the feature
 * @param edges the bounds of the bins, ascending; bin i holds {@code edges[i-1] <= value <
 *     edges[i]}; empty when the feature is missing in all rows
 * @param shares the share of rows in each bin, and the share of missing values as the last element;
 *     there is one more bin than edges, and all shares add up to 1
 */
public record FeatureHistogram(String feature, List<Double> edges, List<Double> shares) {

    public FeatureHistogram {
        edges = List.copyOf(edges);
        shares = List.copyOf(shares);
        if (shares.size() != edges.size() + 2) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "histogram of %s has %d edges and %d shares, expected %d shares",
                            feature,
                            edges.size(),
                            shares.size(),
                            edges.size() + 2));
        }
    }

    /**
     * The histogram of one feature.
     *
     * @param values the values of all rows, at least one; NaN for missing
     * @param quantiles the number of quantiles, from 1; there are fewer bins where many values are
     *     equal
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

    /** The index of the bin of a value, from 0; NaN belongs to the last bin. */
    public int binOf(double value) {
        return bin(edges, value);
    }

    /** The share of rows in which the feature is missing. */
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

    /** Replaces -0 by 0, because sorting and searching distinguish the two. */
    private static double withoutSignedZero(double value) {
        return value + 0.0;
    }
}
