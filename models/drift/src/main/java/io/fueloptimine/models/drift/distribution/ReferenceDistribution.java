package io.fueloptimine.models.drift.distribution;

import java.util.Arrays;

/**
 * The distribution of a feature in reference data, by bins, with which windows of a stream are
 * compared. Immutable and thread-safe.
 */
public final class ReferenceDistribution {

    /** What is added to the count of each bin (Jeffreys), so that empty bins have a logarithm. */
    private static final double PSEUDO_COUNT = 0.5;

    private final double[] edges;
    private final double[] shares;

    /**
     * @param edges the bounds of the bins, finite and ascending; bin i holds {@code edges[i-1] <=
     *     value < edges[i]}, the first bin all values below, and the last but one all values above
     * @param shares the share of rows in each bin, the share of missing values as the last element;
     *     there are two more than edges, and they add up to 1
     * @throws IllegalArgumentException if edges and shares do not fit each other
     */
    public ReferenceDistribution(double[] edges, double[] shares) {
        if (shares.length != edges.length + 2) {
            throw new IllegalArgumentException(
                    "shares: " + shares.length + ", expected " + (edges.length + 2));
        }
        double total = 0;
        for (double share : shares) {
            if (!(share >= 0)) {
                throw new IllegalArgumentException("share: " + share + ", expected 0 or more");
            }
            total += share;
        }
        if (Math.abs(total - 1) > 1e-6) {
            throw new IllegalArgumentException("sum of shares: " + total + ", expected 1");
        }
        for (int i = 1; i < edges.length; i++) {
            if (!(edges[i] > edges[i - 1])) {
                throw new IllegalArgumentException(
                        "edge: " + edges[i] + ", expected more than " + edges[i - 1]);
            }
        }
        this.edges = edges.clone();
        this.shares = shares.clone();
    }

    /** The number of bins, with those of values out of range and of missing values. */
    public int bins() {
        return shares.length;
    }

    /** The index of the bin of a value, from 0; NaN belongs to the last bin. */
    public int binOf(double value) {
        if (Double.isNaN(value)) {
            return shares.length - 1;
        }
        // Adding 0 replaces -0 by 0, because the search distinguishes the two.
        int found = Arrays.binarySearch(edges, value + 0.0);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /**
     * Compares a window with this reference.
     *
     * @param counts the number of the window's rows in each bin, laid out like the shares
     * @throws IllegalArgumentException if the number of bins differs or the window is empty
     */
    public DistributionShift compare(long[] counts) {
        if (counts.length != shares.length) {
            throw new IllegalArgumentException(
                    "bins: " + counts.length + ", expected " + shares.length);
        }
        long rows = 0;
        for (long count : counts) {
            rows += count;
        }
        if (rows == 0) {
            throw new IllegalArgumentException("rows: 0, expected 1 or more");
        }
        Divergences divergences = divergences(counts, rows);
        Distances distances = distances(counts, rows);
        int missing = shares.length - 1;
        return new DistributionShift(
                rows,
                divergences.psi,
                (double) (divergences.bins - 1) / rows,
                divergences.kullbackLeibler,
                divergences.jensenShannon,
                distances.wasserstein,
                distances.kolmogorovSmirnov,
                outOfRange(counts, rows),
                (double) counts[missing] / rows - shares[missing]);
    }

    private record Divergences(
            int bins, double psi, double kullbackLeibler, double jensenShannon) {}

    private record Distances(double wasserstein, double kolmogorovSmirnov) {}

    private Divergences divergences(long[] counts, long rows) {
        int bins = 0;
        for (int i = 0; i < counts.length; i++) {
            bins += shares[i] > 0 || counts[i] > 0 ? 1 : 0;
        }
        double smoothedRows = rows + PSEUDO_COUNT * bins;
        double psi = 0;
        double kullbackLeibler = 0;
        double jensenShannon = 0;
        for (int i = 0; i < counts.length; i++) {
            if (shares[i] == 0 && counts[i] == 0) {
                continue;
            }
            double reference = (shares[i] * rows + PSEUDO_COUNT) / smoothedRows;
            double window = (counts[i] + PSEUDO_COUNT) / smoothedRows;
            psi += (window - reference) * Math.log(window / reference);
            kullbackLeibler += window * Math.log(window / reference);
            double share = (double) counts[i] / rows;
            double mean = (share + shares[i]) / 2;
            jensenShannon += (entropyTerm(share, mean) + entropyTerm(shares[i], mean)) / 2;
        }
        return new Divergences(bins, psi, Math.max(0, kullbackLeibler), Math.max(0, jensenShannon));
    }

    private static double entropyTerm(double share, double mean) {
        return share == 0 ? 0 : share * Math.log(share / mean) / Math.log(2);
    }

    /** Distances of the distribution functions of present values, linear within the bins. */
    private Distances distances(long[] counts, long rows) {
        int missing = shares.length - 1;
        double present = rows - counts[missing];
        double referencePresent = 1 - shares[missing];
        if (present == 0 || referencePresent <= 0 || edges.length == 0) {
            return new Distances(0, 0);
        }
        double difference = counts[0] / present - shares[0] / referencePresent;
        double largest = Math.abs(difference);
        double area = 0;
        for (int i = 1; i < edges.length; i++) {
            double next = difference + counts[i] / present - shares[i] / referencePresent;
            area += (edges[i] - edges[i - 1]) * meanMagnitude(difference, next);
            largest = Math.max(largest, Math.abs(next));
            difference = next;
        }
        double range = edges[edges.length - 1] - edges[0];
        return new Distances(range > 0 ? area / range : 0, largest);
    }

    /** The mean magnitude of a line from one value to another. */
    private static double meanMagnitude(double from, double to) {
        if (from * to >= 0) {
            return (Math.abs(from) + Math.abs(to)) / 2;
        }
        return (from * from + to * to) / (2 * (Math.abs(from) + Math.abs(to)));
    }

    private double outOfRange(long[] counts, long rows) {
        int missing = shares.length - 1;
        long present = rows - counts[missing];
        long outside = counts[0] + (edges.length == 0 ? 0 : counts[missing - 1]);
        return present == 0 ? 0 : (double) outside / present;
    }
}
