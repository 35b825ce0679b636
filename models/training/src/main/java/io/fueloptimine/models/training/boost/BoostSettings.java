package io.fueloptimine.models.training.boost;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How a forest is grown.
 *
 * @param seed XGBoost's seed
 * @param mostTrees trees to try; validation says how many of them are kept
 * @param maxDepth depth of a tree
 * @param learningRate share of each tree's advice that is taken
 * @param minChildWeight rows that a leaf must speak for
 * @param subsample share of the rows that each tree sees, above 0 to 1
 * @param columnShare share of the features that each tree sees, above 0 to 1
 * @param l2 how much a leaf's answer is drawn to 0, 0 or more
 */
public record BoostSettings(
        long seed,
        int mostTrees,
        int maxDepth,
        double learningRate,
        double minChildWeight,
        double subsample,
        double columnShare,
        double l2) {

    /**
     * Plain boosting: every tree sees all, and leaves are drawn to 0 as XGBoost does by default.
     */
    public BoostSettings(
            long seed, int mostTrees, int maxDepth, double learningRate, double minChildWeight) {
        this(seed, mostTrees, maxDepth, learningRate, minChildWeight, 1, 1, 1);
    }

    /**
     * The parameters by XGBoost's names. One thread, because two may add floats in two orders.
     *
     * @param features the columns, in order
     * @param neverLess the columns of which more never means less diesel
     */
    public Map<String, Object> parameters(
            Objective objective, List<String> features, Collection<String> neverLess) {
        Map<String, Object> parameters = new TreeMap<>(objective.parameters());
        parameters.put("booster", "gbtree");
        parameters.put("tree_method", "hist");
        parameters.put("max_depth", maxDepth);
        parameters.put("eta", learningRate);
        parameters.put("min_child_weight", minChildWeight);
        parameters.put("subsample", subsample);
        parameters.put("colsample_bytree", columnShare);
        parameters.put("lambda", l2);
        parameters.put("monotone_constraints", monotone(features, neverLess));
        parameters.put("seed", seed);
        parameters.put("nthread", 1);
        parameters.put("verbosity", 0);
        return parameters;
    }

    private static String monotone(List<String> features, Collection<String> neverLess) {
        return features.stream()
                .map(name -> neverLess.contains(name) ? "1" : "0")
                .collect(Collectors.joining(",", "(", ")"));
    }
}
