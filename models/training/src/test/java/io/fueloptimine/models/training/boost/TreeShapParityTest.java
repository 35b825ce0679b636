package io.fueloptimine.models.training.boost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.fuel.trees.Contributions;
import io.fueloptimine.models.fuel.trees.TreeShap;
import io.fueloptimine.models.training.table.TrainingTable;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeShapParityTest {

    private static final Offset<Double> CLOSE = within(1e-4);

    @ParameterizedTest
    @CsvSource({"EXPECTED, 150, 6", "P10, 40, 4", "P90, 60, 10"})
    void givesTheShapValuesOfTheNativeCodeForMissingValues(Objective goal, int trees, int depth) {
        TrainingTable table = ParityRows.toTrain(3_000, 11);
        BoostSettings settings = new BoostSettings(11, trees, depth, 0.1, 5);
        Forest forest = new ForestTrainer(settings, Set.of()).train(table, goal, trees);
        TreeShap shap = TreeShap.of(forest.trees());
        TrainingTable unseen = ParityRows.toTrain(300, 12);

        float[][] expected = NativeModels.contributions(forest.json(), unseen);
        for (int row = 0; row < unseen.rows(); row++) {
            assertSame(shap.explain(unseen.row(row)), expected[row]);
        }
    }

    private static void assertSame(Contributions contributions, float[] expected) {
        int features = expected.length - 1;
        assertThat(contributions.byFeature()).hasSize(features);
        assertThat(contributions.base()).isCloseTo(expected[features], CLOSE);
        for (int feature = 0; feature < features; feature++) {
            assertThat(contributions.byFeature()[feature]).isCloseTo(expected[feature], CLOSE);
        }
    }
}
