package io.fueloptimine.models.fuel.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.fuel.FuelFeatures;
import io.fueloptimine.models.fuel.InvalidModelException;
import io.fueloptimine.models.fuel.LearntForests;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.PhysicsModel;
import io.fueloptimine.models.fuel.Windows;
import io.fueloptimine.models.fuel.XgboostModel;
import io.fueloptimine.models.mine.TruckClass;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class XgboostTreesTest {

    @Test
    void addsTheLeavesToTheBaseScoreInTreeOrder() {
        XgboostTrees trees = XgboostJson.read(SmallModel.bytes(), "small");

        assertThat(trees.size()).isEqualTo(2);
        assertThat(trees.predict(row(99.99f))).isEqualTo(1.2f + 0.5f + 0.1f);
        assertThat(trees.predict(row(100f))).isEqualTo(1.2f + 2.5f + 0.1f);
        assertThat(trees.predict(row(Float.NaN))).isEqualTo(1.2f + 2.5f + 0.1f);
    }

    @Test
    void readsTheBaseScoreOfOlderVersions() {
        XgboostTrees trees = read(SmallModel.json().replace("[1.2E0]", "5E-1"));

        assertThat(trees.predict(row(1))).isEqualTo(0.5f + 0.5f + 0.1f);
    }

    @Test
    void saysWhatIsWrongWithABrokenFile() {
        String json = SmallModel.json();

        assertRefused("{", "is not JSON");
        assertRefused("{\"a\":1}", "no XGBoost model");
        assertRefused(json.replace("squarederror", "logistic"), "objective is 'reg:logistic'");
        assertRefused(json.replace("gbtree", "dart"), "booster is 'dart', expected 'gbtree'");
        assertRefused(json.replace("[1.2E0]", "[1,2]"), "base_score is '[1,2]'");
        assertRefused(json.replace("[2,-1,-1]", "[9,-1,-1]"), "tree 0, node 0: child 9 of 3");
        assertRefused(json.replace("[2,-1,-1]", "[1,-1,-1]"), "reaches node 1 twice");
        assertRefused(json.replace("[1,-1,-1]", "[0,-1,-1]"), "reaches node 0 twice");
        assertRefused(json.replace("[2,-1,-1]", "[-1,-1,-1]"), "one child only");
        assertRefused(json.replace("[1E2,", "["), "tree 0, node 2 has no number");
        assertRefused(
                json.replace("\"split_indices\":[0,0,0]", "\"split_indices\":[77,0,0]"),
                "splits on feature 77 of 14");
        assertRefused(
                json.replace("\"split_type\":[0]", "\"split_type\":[1]"), "splits by category");
    }

    @Test
    void refusesTreesThatWereTrainedOnOtherFeatures() {
        XgboostTrees trees = read(SmallModel.json(List.of("speed", "colour")));

        assertThatThrownBy(
                        () ->
                                new XgboostModel(
                                        "fuel-window",
                                        "3",
                                        LearntForests.of(trees),
                                        MachineClasses.standard(),
                                        MachineClasses.standard()))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("fuel-window version 3")
                .hasMessageContaining("[speed, colour]");
    }

    @Test
    void leavesMachinesItDoesNotCoverToPhysics() {
        XgboostModel model =
                new XgboostModel(
                        "fuel-window",
                        "3",
                        LearntForests.of(read(SmallModel.json())),
                        MachineClasses.standard(),
                        MachineClasses.standard());

        assertThat(model.score(Windows.idling("930E")).modelVersion()).isEqualTo("3");
        assertThat(model.score(Windows.idling("GRADER")).modelName()).isEqualTo("physics");
        assertThat(model.expectedLitres(Windows.of("930E", 0, 0, 0, 1, 30)))
                .isEqualTo((double) (1.2f + 0.5f + 0.1f) / 2);
    }

    @Test
    void takesTheMinesFiguresBeforeThoseItWasTrainedOnBeforeTheStandardOnes() {
        TruckClass strong = new TruckClass("930E", 290, 210, 2_610, 4_200, 50);
        TruckClass stronger = new TruckClass("930E", 290, 210, 2_900, 4_200, 50);
        MachineClasses trainedOn = MachineClasses.of(List.of(strong), Map.of());
        MachineClasses site = MachineClasses.of(List.of(stronger), Map.of());

        assertThat(physicsOf(trainedOn, MachineClasses.NONE))
                .isEqualTo(rampLitres(trainedOn))
                .isGreaterThan(rampLitres(MachineClasses.standard()));
        assertThat(physicsOf(trainedOn, site)).isEqualTo(rampLitres(site));
    }

    private static double physicsOf(MachineClasses trainedOn, MachineClasses site) {
        XgboostTrees trees = read(SmallModel.json());
        return new XgboostModel("fuel-window", "3", LearntForests.of(trees), trainedOn, site)
                .score(Windows.travelling("930E", 330, 40, 10))
                .physicsL();
    }

    private static double rampLitres(MachineClasses classes) {
        return new PhysicsModel(classes).expectedLitres(Windows.travelling("930E", 330, 40, 10));
    }

    private static void assertRefused(String json, String fault) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("some.json")
                .hasMessageContaining(fault);
    }

    private static XgboostTrees read(String json) {
        return XgboostJson.read(json.getBytes(StandardCharsets.UTF_8), "some.json");
    }

    private static float[] row(float payloadT) {
        float[] row = new float[FuelFeatures.NAMES.size()];
        Arrays.fill(row, Float.NaN);
        row[0] = payloadT;
        return row;
    }
}
