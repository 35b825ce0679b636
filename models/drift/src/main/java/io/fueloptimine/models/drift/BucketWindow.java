package io.fueloptimine.models.drift;

import java.util.Arrays;

/**
 * The newest samples of a stream as an exponential histogram: row r holds up to {@code
 * bucketsPerRow} buckets of 2^r samples each, with their sum and their squared deviations. Sums,
 * mean and variance of the window are exact up to rounding, and counts are exact up to 2^62
 * samples.
 *
 * <p>Not thread-safe.
 */
final class BucketWindow {

    private final int stride;
    private int[] counts;
    private double[] sums;
    private double[] squares;
    private long width;
    private double total;
    private double totalSquares;

    BucketWindow(int bucketsPerRow, int[] counts, double[] sums, double[] squares) {
        this.stride = bucketsPerRow + 1;
        this.counts = counts.clone();
        this.sums = Arrays.copyOf(sums, counts.length * stride);
        this.squares = Arrays.copyOf(squares, counts.length * stride);
        sumUp();
    }

    AdwinState state(int sinceTest) {
        return new AdwinState(stride - 1, sinceTest, counts.clone(), sums.clone(), squares.clone());
    }

    long width() {
        return width;
    }

    double total() {
        return total;
    }

    double mean() {
        return width == 0 ? 0 : total / width;
    }

    double variance() {
        return width == 0 ? 0 : totalSquares / width;
    }

    int rows() {
        return counts.length;
    }

    int buckets(int row) {
        return counts[row];
    }

    /** The sum of the samples of a bucket; bucket 0 is the oldest of its row. */
    double sum(int row, int bucket) {
        return sums[row * stride + bucket];
    }

    void insert(double sample) {
        if (counts.length == 0) {
            addRow();
        }
        if (width > 0) {
            double offMean = sample - total / width;
            totalSquares += offMean * offMean * ((double) width / (width + 1));
        }
        total += sample;
        width++;
        append(0, sample, 0);
        mergeFullRows();
    }

    /** Removes the oldest bucket and returns the number of its samples. */
    long dropOldest() {
        int row = counts.length - 1;
        long size = 1L << row;
        double sum = sums[row * stride];
        double bucketSquares = squares[row * stride];
        width -= size;
        total -= sum;
        double apart = sum / size - mean();
        totalSquares -= bucketSquares + apart * apart * size * ((double) width / (width + size));
        totalSquares = Math.max(0, totalSquares);
        removeOldest(row);
        if (counts[row] == 0) {
            removeEmptyRows();
        }
        return size;
    }

    private void mergeFullRows() {
        for (int row = 0; row < counts.length && counts[row] == stride; row++) {
            if (row == counts.length - 1) {
                addRow();
            }
            int oldest = row * stride;
            double size = 1L << row;
            double apart = (sums[oldest] - sums[oldest + 1]) / size;
            double mergedSquares = squares[oldest] + squares[oldest + 1] + apart * apart * size / 2;
            double mergedSum = sums[oldest] + sums[oldest + 1];
            removeOldest(row);
            removeOldest(row);
            append(row + 1, mergedSum, mergedSquares);
        }
    }

    private void append(int row, double sum, double bucketSquares) {
        int slot = row * stride + counts[row]++;
        sums[slot] = sum;
        squares[slot] = bucketSquares;
    }

    private void removeOldest(int row) {
        int first = row * stride;
        counts[row]--;
        System.arraycopy(sums, first + 1, sums, first, counts[row]);
        System.arraycopy(squares, first + 1, squares, first, counts[row]);
    }

    private void addRow() {
        resize(counts.length + 1);
    }

    private void removeEmptyRows() {
        int rows = counts.length;
        while (rows > 0 && counts[rows - 1] == 0) {
            rows--;
        }
        resize(rows);
    }

    private void resize(int rows) {
        counts = Arrays.copyOf(counts, rows);
        sums = Arrays.copyOf(sums, rows * stride);
        squares = Arrays.copyOf(squares, rows * stride);
    }

    private void sumUp() {
        for (int row = 0; row < counts.length; row++) {
            for (int i = row * stride; i < row * stride + counts[row]; i++) {
                width += 1L << row;
                total += sums[i];
            }
        }
        double mean = mean();
        for (int row = 0; row < counts.length; row++) {
            long size = 1L << row;
            for (int i = row * stride; i < row * stride + counts[row]; i++) {
                double apart = sums[i] / size - mean;
                totalSquares += squares[i] + apart * apart * size;
            }
        }
    }
}
