package io.fueloptimine.models.drift;

/**
 * The state of {@link Adwin} as plain arrays, so that it can be stored in a savepoint. Row r
 * contains buckets of 2^r samples, the oldest first. The arrays must not be modified.
 *
 * @param bucketsPerRow the row length of the arrays minus one
 * @param sinceTest the number of samples since the window was tested
 * @param counts the number of buckets of each row
 * @param sums the sum of the samples of each bucket
 * @param squares the sum of squared deviations from the mean of each bucket
 */
public record AdwinState(
        int bucketsPerRow, int sinceTest, int[] counts, double[] sums, double[] squares) {

    /** A window without samples. */
    public static AdwinState empty(AdwinSettings settings) {
        return new AdwinState(
                settings.bucketsPerRow(), 0, new int[0], new double[0], new double[0]);
    }
}
