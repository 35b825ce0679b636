package io.fueloptimine.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.fuel.trees.XgboostJson;
import io.fueloptimine.models.fuel.trees.XgboostTrees;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorerParityTest {

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "2, 40, 3", "3, 120, 6", "4, 30, 8"})
    void scoresTenThousandRowsBitForBitLikeTheNativeCode(long seed, int trees, int depth) {
        FeatureTable table = randomTable(2_000, seed);
        FeatureTable unseen = randomTable(10_000, seed + 100);
        TrainingSettings settings = new TrainingSettings(seed, trees, depth, 0.3, 1);

        try (NativeBooster booster = NativeBooster.train(table, settings.parameters(), trees)) {
            XgboostTrees scorer = XgboostJson.read(booster.json(), "random");

            assertThat(scorer.size()).isEqualTo(trees);
            assertThat(Parity.prove(booster, scorer, unseen)).isEqualTo(10_000);
        }
    }

    @Test
    void refusesAScorerThatDiffers() {
        FeatureTable table = randomTable(500, 5);
        TrainingSettings settings = new TrainingSettings(5, 5, 3, 0.3, 1);

        try (NativeBooster five = NativeBooster.train(table, settings.parameters(), 5);
                NativeBooster four = NativeBooster.train(table, settings.parameters(), 4)) {
            XgboostTrees other = XgboostJson.read(four.json(), "other");

            assertThatThrownBy(() -> Parity.prove(five, other, table))
                    .isInstanceOf(TrainingException.class)
                    .hasMessageContaining("Java scores");
        }
    }

    /** Numbers of many magnitudes, a quarter of them missing. */
    private static FeatureTable randomTable(int rows, long seed) {
        Random random = new Random(seed);
        float[] features = new float[rows * FeatureTable.WIDTH];
        float[] labels = new float[rows];
        for (int i = 0; i < features.length; i++) {
            float size = (float) Math.pow(10, i % FeatureTable.WIDTH - 5);
            features[i] = random.nextInt(4) == 0 ? Float.NaN : size * (float) random.nextGaussian();
        }
        for (int i = 0; i < rows; i++) {
            float first = features[i * FeatureTable.WIDTH + 5];
            labels[i] = (Float.isNaN(first) ? 3 : first) + 0.1f * (float) random.nextGaussian();
        }
        return new FeatureTable(features, labels);
    }
}
