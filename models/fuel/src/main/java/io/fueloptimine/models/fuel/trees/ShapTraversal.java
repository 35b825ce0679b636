package io.fueloptimine.models.fuel.trees;

import java.util.Arrays;

/**
 * One row's way down every path of the trees, the features' Shapley values adding up on the way.
 *
 * <p>Where each feature is known with chance t, a leaf counts by the product, over the features
 * that its path splits on, of {@code t * follows + (1 - t) * share}: whether the row follows all of
 * the path's splits on the feature (1 or 0), and the share of training rows that did. A feature's
 * part is the derivative by its own chance, integrated over t. A path that splits on a feature
 * again takes back what the split before had credited. Not thread-safe.
 */
final class ShapTraversal {

    private final PackedTrees trees;
    private final double[] shares;
    private final double[] points;
    private final double[] weights;
    private final int[] keys;
    private final double[] byFeature;

    /** The level of the path's last split on each feature, 0 for none. */
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

    /** Adds one tree's part. */
    void add(int root) {
        descend(root, 0);
    }

    double[] byFeature() {
        return byFeature;
    }

    private void descend(int node, int level) {
        Level here = levels[level];
        if (trees.isLeaf(node)) {
            here.sumOfOne(trees.answer(node));
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

    /** What is known on one level of the path, at each point of the rule. */
    private static final class Level {

        /** Of the feature whose split led here. */
        private double follows = 1;

        private double share = 1;
        private final double[] inverse;
        private final double[] slope;

        /** Over all features of the path. */
        private final double[] product;

        /** Over the leaves below. */
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

        void sumOfOne(double answer) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] = product[i] * answer;
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
