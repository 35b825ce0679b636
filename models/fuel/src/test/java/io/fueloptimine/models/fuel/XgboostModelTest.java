package io.fueloptimine.models.fuel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.fuel.trees.SmallModel;
import io.fueloptimine.models.fuel.trees.XgboostFile;
import io.fueloptimine.models.fuel.trees.XgboostTrees;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.site.TruckClass;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class XgboostModelTest {

    @Test
    void rejectsTreesTrainedOnOtherFeatures() {
        XgboostTrees trees = read(SmallModel.json(List.of("speed", "colour")));

        assertThatThrownBy(
                        () ->
                                new XgboostModel(
                                        "fuel-window",
                                        "3",
                                        FuelForests.of(trees),
                                        MachineClasses.standard(),
                                        MachineClasses.standard()))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("fuel-window version 3")
                .hasMessageContaining("[speed, colour]");
    }

    @Test
    void usesPhysicsForMachinesItDoesNotCover() {
        XgboostModel model =
                new XgboostModel(
                        "fuel-window",
                        "3",
                        FuelForests.of(read(SmallModel.json())),
                        MachineClasses.standard(),
                        MachineClasses.standard());

        assertThat(model.score(Windows.idling("930E")).modelVersion()).isEqualTo("3");
        assertThat(model.score(Windows.idling("GRADER")).modelName()).isEqualTo("physics");
        assertThat(model.expectedLitres(Windows.of("930E", 0, 0, 0, 1, 30)))
                .isEqualTo((double) (1.2f + 0.5f + 0.1f) / 2);
    }

    @Test
    void prefersTheClassesOfTheMineToThoseOfTheTraining() {
        TruckClass strong = new TruckClass("930E", 290, 210, 2_610, 4_200, 50);
        TruckClass stronger = new TruckClass("930E", 290, 210, 2_900, 4_200, 50);
        MachineClasses trainedOn = MachineClasses.of(List.of(strong), Map.of());
        MachineClasses site = MachineClasses.of(List.of(stronger), Map.of());

        assertThat(physicsOf(trainedOn, MachineClasses.NONE))
                .isEqualTo(rampLitres(trainedOn))
                .isGreaterThan(rampLitres(MachineClasses.standard()));
        assertThat(physicsOf(trainedOn, site)).isEqualTo(rampLitres(site));
    }

    @Test
    void scalesTheIntervalToTheCoveredTime() {
        XgboostTrees trees = read(SmallModel.json());
        IntervalCalibration calibration = new IntervalCalibration(0.1, 0.2);
        ScoredWindow score = halfAMinute(FuelForests.of(trees, trees, trees, calibration));

        assertThat(score.expectedL()).isCloseTo(1.9, within(1e-6));
        assertThat(score.lowL()).isCloseTo(1.71, within(1e-6));
        assertThat(score.highL()).isCloseTo(2.28, within(1e-6));
        assertThat(score.residualL()).isEqualTo(score.window().fuelL() - score.expectedL());
    }

    @Test
    void scoresWithoutAnIntervalWhereNoneWasTrained() {
        ScoredWindow score = halfAMinute(FuelForests.of(read(SmallModel.json())));

        assertThat(score.expectedL()).isCloseTo(1.9, within(1e-6));
        assertThat(score.lowL()).isNull();
        assertThat(score.highL()).isNull();
    }

    /** A loaded truck, of which the small model expects 3.8 litres a minute. */
    private static ScoredWindow halfAMinute(FuelForests forests) {
        FuelWindow window = Windows.of("930E", 300, 16, 10, 0, 30);
        MachineClasses classes = MachineClasses.standard();
        return new XgboostModel("fuel-window", "3", forests, classes, classes).score(window);
    }

    private static double physicsOf(MachineClasses trainedOn, MachineClasses site) {
        XgboostTrees trees = read(SmallModel.json());
        return new XgboostModel("fuel-window", "3", FuelForests.of(trees), trainedOn, site)
                .score(Windows.travelling("930E", 330, 40, 10))
                .physicsL();
    }

    private static double rampLitres(MachineClasses classes) {
        return new PhysicsModel(classes).expectedLitres(Windows.travelling("930E", 330, 40, 10));
    }

    private static XgboostTrees read(String json) {
        return XgboostFile.read(json.getBytes(StandardCharsets.UTF_8), "some.json");
    }
}
