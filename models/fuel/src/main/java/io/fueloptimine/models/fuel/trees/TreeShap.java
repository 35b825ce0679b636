package io.fueloptimine.models.fuel.trees;

import io.fueloptimine.models.fuel.InvalidModelException;

/**
 * Exact Shapley values of a forest's features for one row: path-dependent TreeSHAP, in which a
 * feature that is not known sends a row down both children by their share of the training rows
 * (Lundberg, Erion and Lee 2018, "Consistent individualized feature attribution for tree
 * ensembles").
 *
 * <p>Their algorithm 2 is replaced by a faster one of the same result. A Shapley value is the
 * integral, from nothing known to all known, of the game's multilinear extension along the diagonal
 * (Owen 1972). Here that is a polynomial, and quadrature of a few points gives it exactly.
 * Immutable and thread-safe.
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
     * An explainer of a model.
     *
     * @throws InvalidModelException when its file does not say how many training rows passed each
     *     node; it still scores
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
     * What each feature adds to the prediction for one row.
     *
     * @param features in the model's order, NaN for missing
     * @throws IllegalArgumentException when they are more or fewer
     */
    public Contributions explain(float[] features) {
        PackedTrees trees = model.trees();
        ShapTraversal walk =
                new ShapTraversal(trees, shares, rule, model.keys(features), features.length);
        for (int tree = 0; tree < trees.size(); tree++) {
            walk.add(trees.root(tree));
        }
        return new Contributions(base, walk.byFeature());
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

    /** What the model answers when no feature is known. */
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
            return trees.answer(node);
        }
        int right = trees.rightChild(node);
        return shares[right] * expected(right) + shares[right + 1] * expected(right + 1);
    }
}
