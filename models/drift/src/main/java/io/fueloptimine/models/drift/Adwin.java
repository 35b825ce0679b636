package io.fueloptimine.models.drift;

import java.util.Arrays;
import java.util.Optional;

/**
 * Detects changes of the mean of a stream with an adaptive window. The window grows while the mean
 * is stable. When the means of its older and its newer part differ significantly, the older part is
 * dropped.
 *
 * <p>This is ADWIN2 of Bifet and Gavalda, "Learning from Time-Changing Data with Adaptive
 * Windowing", SIAM SDM 2007: an exponential histogram, and for every border between two buckets the
 * bound {@code sqrt(2/m var ln(2/d)) + 2/(3m) ln(2/d)} with {@code 1/m = 1/n0 + 1/n1} and {@code d
 * = delta / ln n}. All borders are tested, including the one before the newest bucket. The paper
 * drops one bucket at a time until no border shows a change; here the whole part before the most
 * significant border is dropped, so that the two reported means are those before and after the
 * change.
 *
 * <p>The second term of the bound assumes samples with a range of about one, so the test depends on
 * the scale. The samples should be bounded and their usual variation should not be much smaller
 * than one.
 *
 * <p>Not thread-safe. Memory and time per sample grow with the logarithm of the window.
 */
public final class Adwin {

    private final AdwinSettings settings;
    private final int stride;
    private int[] counts;
    private double[] sums;
    private double[] squares;
    private long width;
    private double total;
    private double totalSquares;

    /**
     * Creates a detector that continues from a saved state. If the row length of the state differs
     * from that of the settings, the detector starts with an empty window instead.
     */
    public Adwin(AdwinSettings settings, AdwinState state) {
        this.settings = settings;
        this.stride = settings.bucketsPerRow() + 1;
        boolean fits = state.bucketsPerRow() == settings.bucketsPerRow();
        int rows = fits ? state.counts().length : 0;
        this.counts = Arrays.copyOf(state.counts(), rows);
        this.sums = Arrays.copyOf(state.sums(), rows * stride);
        this.squares = Arrays.copyOf(state.squares(), rows * stride);
        sumUp();
    }

    /** A copy of the state. */
    public AdwinState state() {
        return new AdwinState(
                settings.bucketsPerRow(), counts.clone(), sums.clone(), squares.clone());
    }

    /** The number of samples in the window. */
    public long width() {
        return width;
    }

    /** The mean of the window; 0 when it is empty. */
    public double mean() {
        return width == 0 ? 0 : total / width;
    }

    /** The variance of the window; 0 when it is empty. */
    public double variance() {
        return width == 0 ? 0 : totalSquares / width;
    }

    /**
     * Adds a sample.
     *
     * @param sample a finite number
     * @return the change that was detected, or empty
     */
    public Optional<MeanChange> add(double sample) {
        if (!Double.isFinite(sample)) {
            throw new IllegalArgumentException("a sample must be finite, was " + sample);
        }
        insert(sample);
        mergeFullRows();
        long dropped = 0;
        double droppedSum = 0;
        for (long older = olderPart(); older > 0; older = olderPart()) {
            for (long left = older; left > 0; ) {
                int row = counts.length - 1;
                left -= 1L << row;
                droppedSum += sums[row * stride];
                dropOldest(row);
            }
            dropped += older;
        }
        return dropped == 0
                ? Optional.empty()
                : Optional.of(new MeanChange(droppedSum / dropped, mean(), dropped, width));
    }

    private void insert(double sample) {
        if (counts.length == 0) {
            addRow();
        }
        if (width > 0) {
            double offMean = sample - mean();
            totalSquares += offMean * offMean * width / (width + 1);
        }
        total += sample;
        width++;
        append(0, sample, 0);
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

    /**
     * The number of samples before the border with the most significant difference of means; 0 when
     * no difference exceeds its bound.
     */
    private long olderPart() {
        if (width < 2L * settings.minPart()) {
            return 0;
        }
        double logTerm = Math.log(2 * Math.log(width) / settings.delta());
        double scaledVariance = 2 * variance() * logTerm;
        double farthest = 1;
        long part = 0;
        long olderSize = 0;
        double olderSum = 0;
        for (int row = counts.length - 1; row >= 0; row--) {
            for (int i = row * stride; i < row * stride + counts[row]; i++) {
                olderSize += 1L << row;
                olderSum += sums[i];
                if (Math.min(olderSize, width - olderSize) < settings.minPart()) {
                    continue;
                }
                double inverse = 1.0 / olderSize + 1.0 / (width - olderSize);
                double bound = Math.sqrt(scaledVariance * inverse) + 2.0 / 3 * logTerm * inverse;
                double gap = olderSum / olderSize - (total - olderSum) / (width - olderSize);
                if (Math.abs(gap) / bound > farthest) {
                    farthest = Math.abs(gap) / bound;
                    part = olderSize;
                }
            }
        }
        return part;
    }

    private void dropOldest(int row) {
        long size = 1L << row;
        double sum = sums[row * stride];
        double bucketSquares = squares[row * stride];
        width -= size;
        total -= sum;
        double apart = sum / size - mean();
        totalSquares -= bucketSquares + apart * apart * size * width / (width + size);
        totalSquares = Math.max(0, totalSquares);
        removeOldest(row);
        if (counts[row] == 0) {
            counts = Arrays.copyOf(counts, row);
            sums = Arrays.copyOf(sums, row * stride);
            squares = Arrays.copyOf(squares, row * stride);
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
        counts = Arrays.copyOf(counts, counts.length + 1);
        sums = Arrays.copyOf(sums, counts.length * stride);
        squares = Arrays.copyOf(squares, counts.length * stride);
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
