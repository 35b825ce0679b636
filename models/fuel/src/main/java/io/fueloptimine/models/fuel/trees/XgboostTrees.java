package io.fueloptimine.models.fuel.trees;

import java.util.List;

/**
 * A boosted forest of regression trees as flat arrays, scored in plain Java.
 *
 * <p>Bit-identical to XGBoost's own {@code reg:squarederror} prediction: a value goes left when it
 * is less than the split, a missing one by the node's default, and the float sum starts at the base
 * score and adds the leaves in tree order. Immutable and thread-safe.
 */
public final class XgboostTrees {

    private static final int LEAF = -1;

    private final List<String> featureNames;
    private final float baseScore;
    private final int[] roots;
    private final int[] left;
    private final int[] right;
    private final int[] feature;
    private final float[] threshold;
    private final boolean[] defaultLeft;

    /** Node arrays over all trees, children as positions in them, -1 for a leaf's left child. */
    XgboostTrees(
            List<String> featureNames,
            float baseScore,
            int[] roots,
            int[] left,
            int[] right,
            int[] feature,
            float[] threshold,
            boolean[] defaultLeft) {
        this.featureNames = List.copyOf(featureNames);
        this.baseScore = baseScore;
        this.roots = roots;
        this.left = left;
        this.right = right;
        this.feature = feature;
        this.threshold = threshold;
        this.defaultLeft = defaultLeft;
    }

    /** The names of the features it was trained on, in order. */
    public List<String> featureNames() {
        return featureNames;
    }

    /** How many trees it has. */
    public int size() {
        return roots.length;
    }

    /**
     * The prediction for one row.
     *
     * @param features in the order of {@link #featureNames()}, NaN for missing
     */
    public float predict(float[] features) {
        float sum = baseScore;
        for (int root : roots) {
            sum += leafOf(root, features);
        }
        return sum;
    }

    /** The predictions of the first tree, the first two, and so on up to all of them. */
    public float[] predictStaged(float[] features) {
        float[] staged = new float[roots.length];
        float sum = baseScore;
        for (int i = 0; i < roots.length; i++) {
            sum += leafOf(roots[i], features);
            staged[i] = sum;
        }
        return staged;
    }

    private float leafOf(int root, float[] features) {
        int node = root;
        while (left[node] != LEAF) {
            float value = features[feature[node]];
            boolean goesLeft = Float.isNaN(value) ? defaultLeft[node] : value < threshold[node];
            node = goesLeft ? left[node] : right[node];
        }
        return threshold[node];
    }
}
