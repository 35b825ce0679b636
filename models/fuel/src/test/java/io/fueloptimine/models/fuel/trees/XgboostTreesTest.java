package io.fueloptimine.models.fuel.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fueloptimine.models.fuel.FuelFeatures;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XgboostTreesTest {

    @Test
    void addsTheLeavesToTheBaseScoreInTreeOrder() {
        XgboostTrees trees = XgboostFile.read(SmallModel.bytes(), "small");

        assertThat(trees.size()).isEqualTo(2);
        assertThat(trees.predict(row(99.99f))).isEqualTo(1.2f + 0.5f + 0.1f);
        assertThat(trees.predict(row(100f))).isEqualTo(1.2f + 2.5f + 0.1f);
        assertThat(trees.predict(row(Float.NaN))).isEqualTo(1.2f + 2.5f + 0.1f);
    }

    @ParameterizedTest
    @ValueSource(floats = {0f, -0f, Float.MIN_VALUE, -Float.MIN_NORMAL, 1e38f, -7.25f})
    void goesLeftOnlyBelowTheSplit(float split) {
        XgboostTrees trees = splitAt(split);

        assertThat(trees.predict(row(split))).as("at the split").isEqualTo(2f);
        assertThat(trees.predict(row(Math.nextDown(split)))).as("just below").isEqualTo(1f);
        assertThat(trees.predict(row(Math.nextUp(split)))).as("just above").isEqualTo(2f);
        assertThat(trees.predict(row(Float.NEGATIVE_INFINITY))).isEqualTo(1f);
        assertThat(trees.predict(row(Float.POSITIVE_INFINITY))).isEqualTo(2f);
    }

    @Test
    void treatsBothZerosAsEqual() {
        assertThat(splitAt(0f).predict(row(-0f))).isEqualTo(2f);
        assertThat(splitAt(-0f).predict(row(0f))).isEqualTo(2f);
    }

    /** Processors make NaNs of either sign: 0/0 has it set. */
    @ParameterizedTest
    @ValueSource(ints = {0x7FC00000, 0xFFC00000, 0x7F800001, 0xFFFFFFFF})
    void treatsEveryNanAsMissing(int bits) {
        float missing = Float.intBitsToFloat(bits);
        String json = SmallModel.json();
        String left = json.replace("\"default_left\":[0,", "\"default_left\":[1,");
        XgboostTrees toTheRight = XgboostFile.read(json.getBytes(StandardCharsets.UTF_8), "right");
        XgboostTrees toTheLeft = XgboostFile.read(left.getBytes(StandardCharsets.UTF_8), "left");

        assertThat(toTheRight.predict(row(missing))).isEqualTo(1.2f + 2.5f + 0.1f);
        assertThat(toTheLeft.predict(row(missing))).isEqualTo(1.2f + 0.5f + 0.1f);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 3", "8, 6", "9, 6", "40, 10", "65, 14"})
    void scoresSpecialValuesLikeAPlainTraversal(int count, int depth) {
        RandomModel model = new RandomModel(count, depth, 6, 31 * count + depth);
        XgboostTrees trees = XgboostFile.read(model.ubjson(), "random");
        float[] rows = model.rows(500);

        for (int i = 0; i < 500; i++) {
            float[] row = Arrays.copyOfRange(rows, 6 * i, 6 * i + 6);
            assertThat(trees.predict(row)).isEqualTo(model.predict(row));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 200})
    void scoresManyRowsAsOneByOne(int count) {
        RandomModel model = new RandomModel(21, 6, 4, count);
        XgboostTrees trees = XgboostFile.read(model.ubjson(), "random");
        float[] rows = model.rows(200);
        float[] out = new float[200];
        Arrays.fill(out, -1f);

        trees.predict(rows, count, out);

        for (int i = 0; i < 200; i++) {
            float[] row = Arrays.copyOfRange(rows, 4 * i, 4 * i + 4);
            assertThat(out[i]).isEqualTo(i < count ? trees.predict(row) : -1f);
        }
    }

    @Test
    void keepsASumOfMinusZero() {
        RandomModel model = new RandomModel(1, 1, 1, 1);
        ObjectNode parameters = (ObjectNode) model.node().at("/learner/learner_model_param");
        parameters.put("base_score", "-0");
        ArrayNode answers = model.trees().get(0).withArray("split_conditions");
        for (int i = 0; i < answers.size(); i++) {
            answers.set(i, -0f);
        }
        XgboostTrees trees = XgboostFile.read(model.ubjson(), "minus zero");

        assertThat(Float.floatToRawIntBits(trees.predict(new float[1])))
                .isEqualTo(Float.floatToRawIntBits(-0f));
    }

    @Test
    void givesThePredictionsOfTheFirstTrees() {
        RandomModel model = new RandomModel(20, 5, 6, 9);
        XgboostTrees trees = XgboostFile.read(model.ubjson(), "random");
        float[] row = model.rows(1);

        float[] staged = trees.predictStaged(row);

        assertThat(staged).hasSize(20);
        assertThat(staged[19]).isEqualTo(trees.predict(row));
        while (model.trees().size() > 5) {
            model.trees().remove(5);
        }
        assertThat(staged[4]).isEqualTo(model.predict(row));
    }

    @Test
    void rejectsRowsWithAnotherWidth() {
        XgboostTrees trees = XgboostFile.read(SmallModel.bytes(), "small");

        assertThatThrownBy(() -> trees.predict(new float[15]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the row has 15 features, expected 16");
        assertThatThrownBy(() -> trees.predictStaged(new float[17]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the row has 17 features, expected 16");
        assertThatThrownBy(() -> trees.predict(new float[33], 2, new float[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("33 values are not 2 rows of 16 features");
        assertThatThrownBy(() -> trees.predict(new float[32], 3, new float[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("32 values are not 3 rows of 16 features");
        assertThatThrownBy(() -> trees.predict(new float[32], 2, new float[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("out has length 1, expected 2");
    }

    /** 1 below the split, 2 from it on; the base score and the second tree are 0. */
    private static XgboostTrees splitAt(float split) {
        String json =
                SmallModel.json()
                        .replace("[1E2,5E-1,2.5E0]", "[" + split + ",1,2]")
                        .replace("[1.2E0]", "0")
                        .replace("[1E-1]", "[0]");
        return XgboostFile.read(json.getBytes(StandardCharsets.UTF_8), "split at " + split);
    }

    private static float[] row(float payloadT) {
        float[] row = new float[FuelFeatures.NAMES.size()];
        Arrays.fill(row, Float.NaN);
        row[0] = payloadT;
        return row;
    }
}
