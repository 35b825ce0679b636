package io.fueloptimine.models.fuel.trees;

import static io.fueloptimine.models.fuel.trees.ModelFileFault.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Reads the learner section of a model file: the kind of model, its features and its base score.
 */
final class LearnerSection {

    /**
     * Objectives whose prediction is the margin itself: the sum of the base score and the leaves.
     */
    private static final Set<String> OBJECTIVES =
            Set.of(
                    "reg:squarederror",
                    "reg:quantileerror",
                    "reg:absoluteerror",
                    "reg:pseudohubererror");

    /**
     * The accepted form of decimal numbers. Unlike Java, it permits no suffix, no hexadecimal
     * digits and no NaN.
     */
    private static final String DECIMAL = "[-+]?[0-9]+(\\.[0-9]*)?([eE][-+]?[0-9]+)?";

    private LearnerSection() {}

    static XgboostTrees trees(JsonNode learner) throws ModelFileFault {
        require(learner.isObject(), "it has no learner, so it is no XGBoost model");
        requireKind(learner);
        JsonNode trees = learner.path("gradient_booster").path("model").path("trees");
        require(trees.isArray(), "it has no trees");
        JsonNode parameters = learner.path("learner_model_param");
        List<String> features = features(learner.path("feature_names"), parameters);
        List<TreeTable> tables = new ArrayList<>();
        for (JsonNode tree : trees) {
            tables.add(new TreeTable(tree, "tree " + tables.size(), features.size()));
        }
        float baseScore = baseScore(parameters.path("base_score"));
        return new XgboostTrees(features, baseScore, new PackedTrees(tables, features.size()));
    }

    private static void requireKind(JsonNode learner) throws ModelFileFault {
        String objective = learner.path("objective").path("name").asText();
        require(
                OBJECTIVES.contains(objective),
                "objective is '" + objective + "', expected one of " + sorted(OBJECTIVES));
        String booster = learner.path("gradient_booster").path("name").asText();
        require(booster.equals("gbtree"), "booster is '" + booster + "', expected 'gbtree'");
        JsonNode parameters = learner.path("learner_model_param");
        for (String outputs : List.of("num_target", "num_class")) {
            int count = integer(parameters.path(outputs), outputs, 1);
            require(count <= 1, outputs + " is " + count + ", expected one output");
        }
    }

    /** The feature names. XGBoost uses f0, f1 and so on if training had no names. */
    private static List<String> features(JsonNode names, JsonNode parameters)
            throws ModelFileFault {
        int count = integer(parameters.path("num_feature"), "num_feature", names.size());
        require(
                count > 0 && count <= PackedTrees.MOST_FEATURES,
                "it has " + count + " features, expected 1 to " + PackedTrees.MOST_FEATURES);
        if (names.isEmpty()) {
            return IntStream.range(0, count).mapToObj(i -> "f" + i).toList();
        }
        require(
                names.size() == count,
                "it names " + names.size() + " features, but num_feature is " + count);
        List<String> features = new ArrayList<>();
        names.forEach(name -> features.add(name.asText()));
        return features;
    }

    /**
     * The base score. Since version 3.1, XGBoost writes the base score as a list with one element.
     */
    private static float baseScore(JsonNode node) throws ModelFileFault {
        String text = node.asText().replaceAll("[\\[\\]]", "");
        String fault = "base_score is '" + node.asText() + "', expected one number";
        require(text.matches(DECIMAL), fault);
        float score = Float.parseFloat(text);
        require(Float.isFinite(score), fault);
        return score;
    }

    /** Reads an integer, which XGBoost writes as a string of digits. */
    private static int integer(JsonNode node, String name, int byDefault) throws ModelFileFault {
        if (node.isMissingNode()) {
            return byDefault;
        }
        require(
                node.asText().matches("[0-9]{1,9}"),
                name + " is '" + node.asText() + "', expected a whole number");
        return Integer.parseInt(node.asText());
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
