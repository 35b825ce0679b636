package io.fueloptimine.models.fuel.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.fuel.InvalidModelException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XgboostFileTest {

    private static final int SMALL_FEATURES = 16;

    @Test
    void readsUbjsonToTheSameTreesAsJson() {
        RandomModel model = new RandomModel(30, 8, 5, 1);
        XgboostTrees fromJson = XgboostFile.read(model.json(), "model.json");
        XgboostTrees fromUbjson = XgboostFile.read(model.ubjson(), "model.ubj");
        float[] rows = model.rows(1_000);

        assertThat(predict(fromUbjson, rows)).containsExactly(predict(fromJson, rows));
        assertThat(fromUbjson.featureNames()).isEqualTo(fromJson.featureNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"quantileerror", "absoluteerror", "pseudohubererror"})
    void readsObjectivesWhosePredictionIsTheSumOfTheLeaves(String objective) {
        XgboostTrees trees = read(SmallModel.json().replace("squarederror", objective));

        assertThat(trees.size()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reg:gamma", "reg:squaredlogerror", "count:poisson", "reg:logistic"})
    void rejectsOtherObjectivesByName(String objective) {
        assertRejected(
                SmallModel.json().replace("reg:squarederror", objective),
                "objective is '" + objective + "', expected one of [reg:absoluteerror");
    }

    @Test
    void rejectsModelsWithSeveralOutputs() {
        assertRejected(withParameter("num_target", "2"), "num_target is 2, expected one output");
        assertRejected(withParameter("num_class", "3"), "num_class is 3, expected one output");
    }

    @Test
    void readsTheBaseScoreOfOlderVersions() {
        XgboostTrees trees = read(SmallModel.json().replace("[1.2E0]", "5E-1"));

        assertThat(trees.predict(new float[SMALL_FEATURES])).isEqualTo(0.5f + 0.5f + 0.1f);
    }

    @Test
    void usesTheDefaultFeatureNamesOfXgboost() {
        XgboostTrees trees = XgboostFile.read(new RandomModel(1, 2, 3, 1).json(), "model");

        assertThat(trees.featureNames()).isEqualTo(List.of("f0", "f1", "f2"));
    }

    @Test
    void readsASplitAtInfinity() {
        XgboostTrees trees = read(SmallModel.json().replace("[1E2,", "[Infinity,"));
        float[] row = new float[SMALL_FEATURES];

        row[0] = Float.MAX_VALUE;
        assertThat(trees.predict(row)).isEqualTo(1.2f + 0.5f + 0.1f);
        row[0] = Float.NaN;
        assertThat(trees.predict(row)).isEqualTo(1.2f + 2.5f + 0.1f);
    }

    @Test
    void namesTheFaultOfABrokenFile() {
        String json = SmallModel.json();

        assertRejected("{", "is not JSON, nor UBJSON");
        assertRejected("{\"a\":1}", "no XGBoost model");
        assertRejected(json + "{}", "is not JSON, nor UBJSON");
        assertRejected(json.replace("gbtree", "dart"), "booster is 'dart', expected 'gbtree'");
        assertRejected(json.replace("[1.2E0]", "[1,2]"), "base_score is '[1,2]'");
        assertRejected(json.replace("[1.2E0]", "NaN"), "base_score is 'NaN'");
        assertRejected(withParameter("num_feature", "3"), "16 features, but num_feature is 3");
        assertRejected(
                withParameter("num_feature", "100000"), "100000 features, expected 1 to 511");
    }

    @Test
    void namesTheFaultOfABrokenTree() {
        String json = SmallModel.json();

        assertRejected(json.replace("[2,-1,-1]", "[9,-1,-1]"), "tree 0, node 0: child 9 of 3");
        assertRejected(json.replace("[2,-1,-1]", "[1,-1,-1]"), "tree 0 reaches node 1 twice");
        assertRejected(json.replace("[1,-1,-1]", "[0,-1,-1]"), "tree 0 reaches node 0 twice");
        assertRejected(json.replace("[2,-1,-1]", "[-1,-1,-1]"), "one child only");
        assertRejected(json.replace("[2,-1,-1]", "[4294967298,-1,-1]"), "expected an integer");
        assertRejected(json.replace("[1E2,", "["), "tree 0, node 2 has no number");
        assertRejected(json.replace("[1E2,", "[NaN,"), "node 0 has NaN in split_conditions");
        assertRejected(json.replace("[1E-1]", "[Infinity]"), "tree 1, node 0 has Infinity");
        assertRejected(
                json.replace("\"split_indices\":[0,0,0]", "\"split_indices\":[77,0,0]"),
                "splits on feature 77 of 16");
        assertRejected(
                json.replace("\"split_type\":[0]", "\"split_type\":[1]"), "splits by category");
    }

    @Test
    void rejectsATreeThatIsTooDeep() {
        int splits = 300;
        StringBuilder left = new StringBuilder();
        StringBuilder right = new StringBuilder();
        for (int i = 0; i < splits; i++) {
            left.append(2 * i + 1).append(",-1,");
            right.append(2 * i + 2).append(",-1,");
        }
        String zeros = "0,".repeat(2 * splits) + "0";
        String ladder =
                SmallModel.json()
                        .replace("[1,-1,-1]", "[" + left + "-1]")
                        .replace("[2,-1,-1]", "[" + right + "-1]")
                        .replace("[0,0,0]", "[" + zeros + "]")
                        .replace("[1E2,5E-1,2.5E0]", "[" + zeros + "]");

        assertRejected(ladder, "tree 0 is over 256 levels deep");
    }

    @Test
    void rejectsEveryTruncatedFile() {
        byte[] whole = new RandomModel(3, 4, 5, 2).ubjson();

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> XgboostFile.read(cut, "cut.ubj"))
                    .isInstanceOf(InvalidModelException.class)
                    .hasMessageContaining("cut.ubj");
        }
    }

    @Test
    void readsOrRejectsAFileWithBrokenBytes() {
        RandomModel model = new RandomModel(3, 4, 5, 3);
        float[] rows = model.rows(20);
        byte[][] forms = {model.ubjson(), model.json()};
        Random random = new Random(4);
        int refused = 0;

        for (int i = 0; i < 10_000; i++) {
            byte[] broken = forms[i % 2].clone();
            for (int flips = random.nextInt(3); flips >= 0; flips--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            refused += scores(broken, rows) ? 0 : 1;
        }

        assertThat(refused).isBetween(2_000, 9_500);
    }

    private static boolean scores(byte[] model, float[] rows) {
        try {
            XgboostTrees trees = XgboostFile.read(model, "broken");
            if (trees.featureNames().size() == 5) {
                assertThat(predict(trees, rows)).doesNotContain(Float.NaN);
            }
            return true;
        } catch (InvalidModelException e) {
            return false;
        }
    }

    private static float[] predict(XgboostTrees trees, float[] rows) {
        float[] out = new float[rows.length / trees.featureNames().size()];
        trees.predict(rows, out.length, out);
        return out;
    }

    private static String withParameter(String name, String value) {
        return SmallModel.json()
                .replace("\"base_score\"", '"' + name + "\":\"" + value + "\",\"base_score\"");
    }

    private static void assertRejected(String json, String fault) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("some.json")
                .hasMessageContaining(fault);
    }

    private static XgboostTrees read(String json) {
        return XgboostFile.read(json.getBytes(StandardCharsets.UTF_8), "some.json");
    }
}
