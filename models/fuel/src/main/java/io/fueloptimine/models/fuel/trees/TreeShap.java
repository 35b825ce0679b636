package io.fueloptimine.models.fuel.trees;

import io.fueloptimine.models.fuel.InvalidModelException;

/**
 * Computes exact Shapley values of the features of a forest for one row: path-dependent TreeSHAP,
 * in which a row with an unknown feature passes to both children in proportion to their training
 * rows (Lundberg, Erion and Lee 2018, "Consistent individualized feature attribution for tree
 * ensembles").
 *
 * <p>This class does not use algorithm 2 of that paper, but a faster algorithm with the same
 * result. A Shapley value is an integral of the multilinear extension of the game along the
 * diagonal, from no feature known to all features known (Owen 1972). Here the integrand is a
 * polynomial, so a quadrature with few points is exact. Immutable and thread-safe.
 */
public final class TreeShap {

    private final XgboostTrees model;
    private final double[] shares;
    private final GaussLegendre rule;
    private final double base;

    private TreeShap(XgboostTrees model, double[] shares) {
        this.model = model;
        this.shares = shares;
        int mostOnPath = Math.min(model.trees().deepest(), model.featureNames().size());
        this.rule = GaussLegendre.of(Math.max(1, (mostOnPath + 1) / 2));
        this.base = expected();
    }

    /**
     * Creates an explainer for a model.
     *
     * @throws InvalidModelException when the model file does not contain the number of training
     *     rows per node; such a model can still be used for scoring
     */
    public static TreeShap of(XgboostTrees model) {
        PackedTrees trees = model.trees();
        double[] shares = new double[trees.nodes()];
        for (int node = 0; node < shares.length; node++) {
            if (!trees.isLeaf(node)) {
                int right = trees.rightChild(node);
                shares[right] = share(trees, right, node);
                shares[right + 1] = share(trees, right + 1, node);
            }
        }
        return new TreeShap(model, shares);
    }

    /**
     * The contributions of the features to the prediction of one row.
     *
     * @param features in the order of the model, NaN for missing
     * @throws IllegalArgumentException when the number of features is wrong
     */
    public Contributions explain(float[] features) {
        PackedTrees trees = model.trees();
        ShapTraversal traversal =
                new ShapTraversal(trees, shares, rule, model.keys(features), features.length);
        for (int tree = 0; tree < trees.size(); tree++) {
            traversal.add(trees.root(tree));
        }
        return new Contributions(base, traversal.byFeature());
    }

    private static double share(PackedTrees trees, int child, int parent) {
        double share = (double) trees.cover(child) / trees.cover(parent);
        if (share > 0 && share <= Float.MAX_VALUE) {
            return share;
        }
        throw new InvalidModelException(
                "the model cannot be explained: its file does not give every node a sum_hessian"
                        + " above 0");
    }

    /** The prediction when no feature is known. */
    private double expected() {
        PackedTrees trees = model.trees();
        double expected = model.baseScore();
        for (int tree = 0; tree < trees.size(); tree++) {
            expected += expected(trees.root(tree));
        }
        return expected;
    }

    private double expected(int node) {
        PackedTrees trees = model.trees();
        if (trees.isLeaf(node)) {
            return trees.value(node);
        }
        int right = trees.rightChild(node);
        return shares[right] * expected(right) + shares[right + 1] * expected(right + 1);
    }
}
