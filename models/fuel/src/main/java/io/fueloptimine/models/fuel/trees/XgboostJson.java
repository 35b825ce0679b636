package io.fueloptimine.models.fuel.trees;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fueloptimine.models.fuel.InvalidModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the JSON model file that XGBoost 1.0 to 3.x saves ({@code gbtree}, {@code
 * reg:squarederror}, numeric splits). Everything else, and every file that could send the scorer
 * astray, is refused by name.
 */
public final class XgboostJson {

    /** Decimal, so that a number is rounded once, to float, as XGBoost itself reads it. */
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private XgboostJson() {}

    /**
     * The trees in a file.
     *
     * @throws InvalidModelException when it is missing, broken, or of a kind not supported
     */
    public static XgboostTrees read(Path file) {
        try {
            return read(Files.readAllBytes(file), file.toString());
        } catch (NoSuchFileException e) {
            throw new InvalidModelException("model file " + file + " does not exist", e);
        } catch (IOException e) {
            throw new InvalidModelException(
                    "model file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * The trees in JSON bytes.
     *
     * @param origin what to call the bytes in a message
     */
    public static XgboostTrees read(byte[] json, String origin) {
        try {
            return treesOf(JSON.readTree(json).path("learner"));
        } catch (IOException e) {
            throw new InvalidModelException("model file " + origin + " is not JSON", e);
        } catch (Fault e) {
            throw new InvalidModelException("model file " + origin + ": " + e.getMessage(), e);
        }
    }

    private static XgboostTrees treesOf(JsonNode learner) throws Fault {
        require(learner.isObject(), "it has no learner, so it is no XGBoost model");
        expect("objective", learner.path("objective").path("name"), "reg:squarederror");
        JsonNode booster = learner.path("gradient_booster");
        expect("booster", booster.path("name"), "gbtree");
        JsonNode trees = booster.path("model").path("trees");
        require(trees.isArray(), "it has no trees");
        List<String> names = new ArrayList<>();
        learner.path("feature_names").forEach(name -> names.add(name.asText()));
        TreeArrays arrays = new TreeArrays(trees, names.size());
        float baseScore = baseScore(learner.path("learner_model_param").path("base_score"));
        return arrays.trees(names, baseScore);
    }

    /** Since 3.1 the score is written as a list of one. */
    private static float baseScore(JsonNode node) throws Fault {
        String text = node.asText().replaceAll("[\\[\\]]", "");
        try {
            return Float.parseFloat(text);
        } catch (NumberFormatException e) {
            throw new Fault("base_score is '" + node.asText() + "', expected one number");
        }
    }

    private static void expect(String what, JsonNode node, String wanted) throws Fault {
        require(
                wanted.equals(node.asText()),
                what + " is '" + node.asText() + "', expected '" + wanted + "'");
    }

    static void require(boolean holds, String fault) throws Fault {
        if (!holds) {
            throw new Fault(fault);
        }
    }

    /** What is wrong with a file, before its name is known. */
    static final class Fault extends Exception {

        private static final long serialVersionUID = 1L;

        Fault(String message) {
            super(message);
        }
    }
}
