package io.fueloptimine.models.training;

import io.fueloptimine.models.fuel.FuelFeatures;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How a fuel model is trained.
 *
 * @param seed XGBoost's seed
 * @param mostTrees trees to try; validation says how many of them are kept
 * @param maxDepth depth of a tree
 * @param learningRate share of each tree's advice that is taken
 * @param minChildWeight windows that a leaf must speak for
 */
public record TrainingSettings(
        long seed, int mostTrees, int maxDepth, double learningRate, double minChildWeight) {

    /** More load, more climb, more work by physics: never less diesel. */
    private static final Set<String> NEVER_LESS =
            Set.of("payload_t", "climb_m_per_min", "physics_l_per_min");

    /** Small enough to ship, large enough to meet physics where physics is wrong. */
    public static TrainingSettings of(long seed) {
        return new TrainingSettings(seed, 150, 6, 0.1, 20);
    }

    /** The parameters by XGBoost's names. One thread, because two may add floats in two orders. */
    Map<String, Object> parameters() {
        Map<String, Object> parameters = new TreeMap<>();
        parameters.put("objective", "reg:squarederror");
        parameters.put("booster", "gbtree");
        parameters.put("tree_method", "hist");
        parameters.put("max_depth", maxDepth);
        parameters.put("eta", learningRate);
        parameters.put("min_child_weight", minChildWeight);
        parameters.put("monotone_constraints", monotone());
        parameters.put("seed", seed);
        parameters.put("nthread", 1);
        parameters.put("verbosity", 0);
        return parameters;
    }

    private static String monotone() {
        return FuelFeatures.NAMES.stream()
                .map(name -> NEVER_LESS.contains(name) ? "1" : "0")
                .collect(Collectors.joining(",", "(", ")"));
    }
}
