package io.fueloptimine.models.fuel.trees;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A boosted forest of regression trees, scored in Java.
 *
 * <p>Predictions are bit-identical to XGBoost: a value goes left when it is less than the
 * threshold, a missing value follows the default direction, and the float sum starts with the base
 * score and adds the leaves in the order of the trees. Immutable and thread-safe.
 */
public final class XgboostTrees {

    /**
     * The number of rows per block; the rows of a block fit in the first-level cache together with
     * eight trees.
     */
    private static final int BLOCK = 64;

    private final List<String> featureNames;
    private final float baseScore;
    private final PackedTrees trees;

    XgboostTrees(List<String> featureNames, float baseScore, PackedTrees trees) {
        this.featureNames = List.copyOf(featureNames);
        this.baseScore = baseScore;
        this.trees = trees;
    }

    /** The names of the features, in order. */
    public List<String> featureNames() {
        return featureNames;
    }

    /** The number of trees. */
    public int size() {
        return trees.size();
    }

    /**
     * The prediction for one row.
     *
     * @param features in the order of {@link #featureNames()}, NaN for missing
     * @throws IllegalArgumentException when the number of features is wrong
     */
    public float predict(float[] features) {
        int[] keys = keys(features);
        float sum = baseScore;
        for (int group = 0; group < trees.groups(); group++) {
            sum = trees.addPredictions(sum, group, keys);
        }
        return sum;
    }

    /**
     * The predictions for many rows, bit-identical to those of {@link #predict(float[])} for each
     * row.
     *
     * @param rows the features, row after row, each as in {@link #predict(float[])}
     * @param rowCount the number of rows to score, from the first
     * @param out the array into which the predictions are written, from index 0
     * @throws IllegalArgumentException when {@code rows} does not contain complete rows or enough
     *     of them, or {@code out} is too short
     */
    public void predict(float[] rows, int rowCount, float[] out) {
        requireRows(rows, rowCount, out);
        int[][] keys = new int[Math.min(BLOCK, rowCount)][];
        Arrays.setAll(keys, i -> SplitKeys.newKeys(featureNames.size()));
        for (int first = 0; first < rowCount; first += BLOCK) {
            predictBlock(rows, first, Math.min(BLOCK, rowCount - first), keys, out);
        }
    }

    /**
     * The predictions of a forest of only the first tree, of the first two trees, and so on up to
     * all trees.
     */
    public float[] predictStaged(float[] features) {
        int[] keys = keys(features);
        float[] staged = new float[trees.size()];
        float sum = baseScore;
        for (int tree = 0; tree < staged.length; tree++) {
            sum += trees.value(tree, keys);
            staged[tree] = sum;
        }
        return staged;
    }

    float baseScore() {
        return baseScore;
    }

    PackedTrees trees() {
        return trees;
    }

    /** The keys of one row for a traversal. */
    int[] keys(float[] features) {
        int expected = featureNames.size();
        if (features.length != expected) {
            throw new IllegalArgumentException(
                    "the row has " + features.length + " features, expected " + expected);
        }
        int[] keys = SplitKeys.newKeys(expected);
        SplitKeys.write(features, 0, expected, keys);
        return keys;
    }

    private void predictBlock(float[] rows, int first, int count, int[][] keys, float[] out) {
        int features = featureNames.size();
        for (int i = 0; i < count; i++) {
            SplitKeys.write(rows, (first + i) * features, features, keys[i]);
            out[first + i] = baseScore;
        }
        for (int group = 0; group < trees.groups(); group++) {
            for (int i = 0; i < count; i++) {
                out[first + i] = trees.addPredictions(out[first + i], group, keys[i]);
            }
        }
    }

    private void requireRows(float[] rows, int rowCount, float[] out) {
        int features = featureNames.size();
        if (rows.length % features != 0 || rowCount < 0 || rowCount > rows.length / features) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "%d values are not %d rows of %d features",
                            rows.length,
                            rowCount,
                            features));
        }
        if (out.length < rowCount) {
            throw new IllegalArgumentException(
                    "out has length " + out.length + ", expected " + rowCount);
        }
    }
}
