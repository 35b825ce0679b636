package io.fueloptimine.models.fuel.trees;

import java.util.Arrays;

/**
 * Traverses all paths of the trees for one row and adds up the Shapley values of the features.
 *
 * <p>If each feature is known with probability t, the weight of a leaf is the product over the
 * features on its path of {@code t * follows + (1 - t) * share}. {@code follows} is 1 if the row
 * follows the path at all splits on the feature, and 0 otherwise. {@code share} is the share of
 * training rows that follow the path at these splits. The contribution of a feature is the
 * derivative of the prediction by the feature's own probability, integrated over t. When a path
 * splits on the same feature a second time, the contribution of the first split is subtracted. Not
 * thread-safe.
 */
final class ShapTraversal {

    private final PackedTrees trees;
    private final double[] shares;
    private final double[] points;
    private final double[] weights;
    private final int[] keys;
    private final double[] byFeature;

    /** The level of the last split on each feature in the current path; 0 for none. */
    private final int[] lastSplit;

    private final Level[] levels;

    ShapTraversal(
            PackedTrees trees, double[] shares, GaussLegendre rule, int[] keys, int features) {
        this.trees = trees;
        this.shares = shares;
        this.points = rule.points();
        this.weights = rule.weights();
        this.keys = keys;
        this.byFeature = new double[features];
        this.lastSplit = new int[features];
        this.levels = new Level[trees.deepest() + 1];
        Arrays.setAll(levels, i -> new Level(points.length));
    }

    /** Adds the contributions of one tree. */
    void add(int root) {
        descend(root, 0);
    }

    double[] byFeature() {
        return byFeature;
    }

    private void descend(int node, int level) {
        Level here = levels[level];
        if (trees.isLeaf(node)) {
            here.setLeaf(trees.value(node));
            return;
        }
        Arrays.fill(here.sum, 0);
        int next = trees.next(node, keys);
        int right = trees.rightChild(node);
        enter(right, trees.feature(node), right == next, level + 1);
        enter(right + 1, trees.feature(node), right != next, level + 1);
    }

    private void enter(int child, int feature, boolean taken, int level) {
        int split = lastSplit[feature];
        Level above = levels[level - 1];
        Level before = levels[split];
        Level here = levels[level];
        here.follows = taken ? before.follows : 0;
        here.share = before.share * shares[child];
        here.multiply(above, before, points);
        lastSplit[feature] = level;
        descend(child, level);
        lastSplit[feature] = split;
        byFeature[feature] += here.credit(above, before, weights);
    }

    /** The values of one level of the path at each point of the quadrature rule. */
    private static final class Level {

        /** The factor {@code follows} of the feature whose split leads to this level. */
        private double follows = 1;

        private double share = 1;
        private final double[] inverse;
        private final double[] slope;

        /** The product over all features of the path. */
        private final double[] product;

        /** The sum over the leaves below this level. */
        private final double[] sum;

        Level(int points) {
            inverse = new double[points];
            slope = new double[points];
            product = new double[points];
            sum = new double[points];
            Arrays.fill(inverse, 1);
            Arrays.fill(product, 1);
        }

        void multiply(Level above, Level before, double[] points) {
            for (int i = 0; i < points.length; i++) {
                double factor = points[i] * follows + (1 - points[i]) * share;
                inverse[i] = 1 / factor;
                slope[i] = (follows - share) * inverse[i];
                product[i] = above.product[i] * factor * before.inverse[i];
            }
        }

        void setLeaf(double value) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] = product[i] * value;
            }
        }

        double credit(Level above, Level before, double[] weights) {
            double credit = 0;
            for (int i = 0; i < sum.length; i++) {
                above.sum[i] += sum[i];
                credit += weights[i] * sum[i] * (slope[i] - before.slope[i]);
            }
            return credit;
        }
    }
}
