package io.fueloptimine.models.drift;

/**
 * What {@link Adwin} remembers, as plain arrays, so that it can be kept in a savepoint. Row r holds
 * buckets of 2^r samples; within a row the oldest comes first. Treat the arrays as read-only.
 *
 * @param bucketsPerRow the row length the arrays are laid out for, less one
 * @param counts how many buckets each row holds
 * @param sums each bucket's sum of samples
 * @param squares each bucket's sum of squared deviations from its own mean
 */
public record AdwinState(int bucketsPerRow, int[] counts, double[] sums, double[] squares) {

    /** A window without samples. */
    public static AdwinState empty(AdwinSettings settings) {
        return new AdwinState(settings.bucketsPerRow(), new int[0], new double[0], new double[0]);
    }
}
