package io.fueloptimine.models.training.boost;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The settings of the booster.
 *
 * @param seed the seed of XGBoost's random numbers
 * @param mostTrees the maximum number of trees; the validation rows determine how many trees are
 *     kept
 * @param maxDepth the maximum depth of a tree
 * @param learningRate the learning rate (eta)
 * @param minChildWeight the minimum number of rows in a leaf
 * @param subsample the share of the rows used for each tree, above 0 to 1
 * @param columnShare the share of the features used for each tree, above 0 to 1
 * @param l2 the L2 regularisation of the leaves, 0 or more
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

    /** Creates settings without subsampling and with XGBoost's default L2 regularisation. */
    public BoostSettings(
            long seed, int mostTrees, int maxDepth, double learningRate, double minChildWeight) {
        this(seed, mostTrees, maxDepth, learningRate, minChildWeight, 1, 1, 1);
    }

    /**
     * The parameters by XGBoost's names. Training uses one thread, because the order of float
     * additions must not vary.
     *
     * @param features the names of the features, in order
     * @param neverLess the features for which the prediction must not decrease
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
