package io.fueloptimine.models.fuel.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fueloptimine.models.fuel.InvalidModelException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeShapTest {

    private static final Offset<Double> CLOSE = within(1e-6);

    /** By hand: half of the rows go each way, so 2 are expected, 4 with either, 8 with both. */
    @Test
    void splitsTheEffectOfAnInteractionEqually() {
        String json =
                SmallModel.json()
                        .replace("[1,-1,-1]", "[1,-1,3,-1,-1]")
                        .replace("[2,-1,-1]", "[2,-1,4,-1,-1]")
                        .replace("\"split_indices\":[0,0,0]", "\"split_indices\":[0,0,1,0,0]")
                        .replace("[0,0,0]", "[0,0,0,0,0]")
                        .replace("[1E2,5E-1,2.5E0]", "[10,0,20,0,8],\"sum_hessian\":[4,2,2,1,1]");
        byte[] model = json.getBytes(StandardCharsets.UTF_8);
        TreeShap shap = TreeShap.of(XgboostFile.read(model, "both"));
        float[] row = new float[16];
        row[0] = 11;
        row[1] = 21;

        Contributions contributions = shap.explain(row);

        assertThat(contributions.base()).isEqualTo(1.2f + 0.1f + 8.0 / 4, CLOSE);
        assertThat(contributions.byFeature()[0]).isEqualTo(3, CLOSE);
        assertThat(contributions.byFeature()[1]).isEqualTo(3, CLOSE);
        assertThat(Arrays.stream(contributions.byFeature()).skip(2)).containsOnly(0.0);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 2, 1", "3, 3, 4, 2", "10, 6, 5, 3", "20, 9, 6, 4"})
    void equalsTheShapleyValueOverAllSubsets(int trees, int depth, int features, long seed) {
        RandomModel model = new RandomModel(trees, depth, features, seed);
        TreeShap shap = TreeShap.of(XgboostFile.read(model.ubjson(), "random"));
        float[] rows = model.rows(20);

        for (int i = 0; i < 20; i++) {
            float[] row = Arrays.copyOfRange(rows, i * features, (i + 1) * features);
            Contributions contributions = shap.explain(row);
            assertThat(contributions.base()).isCloseTo(game(model, row, 0), CLOSE);
            for (int feature = 0; feature < features; feature++) {
                assertThat(contributions.byFeature()[feature])
                        .isCloseTo(shapley(model, row, feature, features), CLOSE);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 3, 1", "40, 6, 14, 2", "150, 6, 14, 3", "30, 14, 3, 4", "30, 10, 40, 5"})
    void addsUpToThePrediction(int trees, int depth, int features, long seed) {
        RandomModel model = new RandomModel(trees, depth, features, seed);
        XgboostTrees forest = XgboostFile.read(model.ubjson(), "random");
        TreeShap shap = TreeShap.of(forest);
        float[] rows = model.rows(100);

        for (int i = 0; i < 100; i++) {
            float[] row = Arrays.copyOfRange(rows, i * features, (i + 1) * features);
            double prediction = forest.predict(row);
            Contributions added = shap.explain(row);
            assertThat(added.base() + Arrays.stream(added.byFeature()).sum())
                    .isCloseTo(prediction, within(1e-4 * Math.max(1, Math.abs(prediction))));
        }
    }

    @Test
    void rejectsAModelWithoutRowCountsPerNode() {
        RandomModel model = new RandomModel(2, 3, 4, 1);
        XgboostTrees whole = XgboostFile.read(model.json(), "whole");
        float[] row = model.rows(1);
        model.trees().forEach(tree -> ((ObjectNode) tree).remove("sum_hessian"));
        XgboostTrees silent = XgboostFile.read(model.json(), "silent");

        assertThatThrownBy(() -> TreeShap.of(silent))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("cannot be explained")
                .hasMessageContaining("sum_hessian");
        assertThat(silent.predict(row)).isEqualTo(whole.predict(row));
    }

    @Test
    void rejectsRowsWithAnotherWidth() {
        RandomModel model = new RandomModel(2, 3, 4, 1);
        TreeShap shap = TreeShap.of(XgboostFile.read(model.json(), "random"));

        assertThatThrownBy(() -> shap.explain(new float[5]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the row has 5 features, expected 4");
    }

    /** The definition: a feature's part in every subset of the others, each weighed by its odds. */
    private static double shapley(RandomModel model, float[] row, int feature, int features) {
        double value = 0;
        for (int known = 0; known < 1 << features; known++) {
            if ((known >> feature & 1) == 0) {
                int size = Integer.bitCount(known);
                double odds = 1.0 / features;
                for (int i = 1; i <= size; i++) {
                    odds *= (double) i / (features - i);
                }
                double part = game(model, row, known | 1 << feature) - game(model, row, known);
                value += odds * part;
            }
        }
        return value;
    }

    /** The expected prediction when only the features of these bits are known. */
    private static double game(RandomModel model, float[] row, int known) {
        double expected = 0.5;
        for (JsonNode tree : model.trees()) {
            expected += game(tree, 0, row, known);
        }
        return expected;
    }

    private static double game(JsonNode tree, int node, float[] row, int known) {
        int left = tree.get("left_children").get(node).intValue();
        int right = tree.get("right_children").get(node).intValue();
        if (left < 0) {
            return tree.get("split_conditions").get(node).floatValue();
        }
        if ((known >> tree.get("split_indices").get(node).intValue() & 1) == 1) {
            boolean goesLeft = RandomModel.goesLeft(tree, node, row);
            return game(tree, goesLeft ? left : right, row, known);
        }
        double all = cover(tree, node);
        return cover(tree, left) / all * game(tree, left, row, known)
                + cover(tree, right) / all * game(tree, right, row, known);
    }

    private static double cover(JsonNode tree, int node) {
        return tree.get("sum_hessian").get(node).floatValue();
    }
}
