package io.fueloptimine.models.fuel.trees;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * Models as XGBoost would write them, with trees of uneven depth and splits at values that floats
 * find hard, scored here in the plainest way there is.
 */
final class RandomModel {

    private static final ObjectMapper JSON =
            JsonMapper.builder().disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS).build();

    private static final float[] HARD = {
        0f,
        -0f,
        1f,
        Math.nextUp(1f),
        Math.nextDown(1f),
        -1f,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        Float.MIN_NORMAL,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY
    };

    private final Random random;
    private final int features;
    private final ObjectNode model;

    RandomModel(int trees, int depth, int features, long seed) {
        this.random = new Random(seed);
        this.features = features;
        this.model = JSON.createObjectNode();
        ObjectNode learner = model.putObject("learner");
        learner.putArray("feature_names");
        learner.putObject("learner_model_param")
                .put("base_score", "5E-1")
                .put("num_feature", Integer.toString(features))
                .put("num_target", "1");
        learner.putObject("objective").put("name", "reg:squarederror");
        ObjectNode booster = learner.putObject("gradient_booster").put("name", "gbtree");
        ArrayNode all = booster.putObject("model").putArray("trees");
        for (int i = 0; i < trees; i++) {
            grow(emptyTree(all), 1 + random.nextInt(depth), 1 + random.nextInt(1_000));
        }
    }

    ObjectNode node() {
        return model;
    }

    ArrayNode trees() {
        return (ArrayNode) model.at("/learner/gradient_booster/model/trees");
    }

    byte[] json() {
        try {
            return JSON.writeValueAsString(model).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] ubjson() {
        return UbjsonBytes.of(model);
    }

    /** Rows one after the other: hard values, split values, common ones, a fifth missing. */
    float[] rows(int count) {
        float[] rows = new float[count * features];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = random.nextInt(5) == 0 ? Float.NaN : value();
        }
        return rows;
    }

    float predict(float[] row) {
        float sum = 0.5f;
        for (JsonNode tree : trees()) {
            sum += tree.get("split_conditions").get(leaf(tree, row)).floatValue();
        }
        return sum;
    }

    static boolean goesLeft(JsonNode tree, int node, float[] row) {
        float value = row[tree.get("split_indices").get(node).intValue()];
        return Float.isNaN(value)
                ? tree.get("default_left").get(node).intValue() == 1
                : value < tree.get("split_conditions").get(node).floatValue();
    }

    private static int leaf(JsonNode tree, float[] row) {
        int node = 0;
        while (tree.get("left_children").get(node).intValue() >= 0) {
            String side = goesLeft(tree, node, row) ? "left_children" : "right_children";
            node = tree.get(side).get(node).intValue();
        }
        return node;
    }

    private static ObjectNode emptyTree(ArrayNode trees) {
        ObjectNode tree = trees.addObject();
        for (String column : new String[] {"left_children", "right_children", "split_indices"}) {
            tree.putArray(column);
        }
        tree.putArray("default_left");
        tree.putArray("split_conditions");
        tree.putArray("sum_hessian");
        return tree;
    }

    /** Adds a node and all below it; its index. */
    private int grow(ObjectNode tree, int levels, float cover) {
        int node = tree.withArray("left_children").size();
        boolean leaf = levels == 0 || random.nextInt(6) == 0;
        tree.withArray("left_children").add(-1);
        tree.withArray("right_children").add(-1);
        tree.withArray("split_indices").add(leaf ? 0 : random.nextInt(features));
        tree.withArray("default_left").add(random.nextInt(2));
        tree.withArray("split_conditions").add(leaf ? (float) random.nextGaussian() : value());
        tree.withArray("sum_hessian").add(cover);
        if (!leaf) {
            float share = 0.05f + 0.9f * random.nextFloat();
            int left = grow(tree, levels - 1, cover * share);
            int right = grow(tree, levels - 1, cover * (1 - share));
            tree.withArray("left_children").set(node, left);
            tree.withArray("right_children").set(node, right);
        }
        return node;
    }

    private float value() {
        return random.nextBoolean()
                ? HARD[random.nextInt(HARD.length)]
                : Math.round(4 * random.nextGaussian()) / 2f;
    }
}
