package io.fueloptimine.models.training.boost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.fuel.trees.XgboostFile;
import io.fueloptimine.models.fuel.trees.XgboostTrees;
import io.fueloptimine.models.training.TrainingException;
import io.fueloptimine.models.training.table.Tables;
import io.fueloptimine.models.training.table.TrainingTable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScorerParityTest {

    /** For the whole proof: {@code -Dparity.rows=1000000}. */
    private static final long ROWS = Long.getLong("parity.rows", 50_000);

    @ParameterizedTest
    @MethodSource("trials")
    void scoresRandomRowsBitForBitLikeTheNativeCode(RandomParityCheck trial) {
        assertThat(trial.prove(ROWS)).isEqualTo(ROWS);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "2, 40, 3", "4, 30, 8"})
    void scoresForestsOfAnySizeBitForBitLikeTheNativeCode(long seed, int trees, int depth) {
        BoostSettings settings = new BoostSettings(seed, trees, depth, 0.3, 1);

        Forest forest = train(ParityRows.toTrain(1_000, seed), settings, trees);

        assertThat(forest.trees().size()).isEqualTo(trees);
        assertThat(ParityCheck.prove(forest, ParityRows.toScore(5_000, seed))).isEqualTo(5_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reg:squarederror",
                "reg:quantileerror",
                "reg:absoluteerror",
                "reg:pseudohubererror"
            })
    void scoresUbjsonModelsOfEverySupportedObjective(String objective) {
        Map<String, Object> parameters =
                Map.of("objective", objective, "quantile_alpha", 0.3, "nthread", 1);

        try (NativeBooster booster =
                NativeBooster.train(ParityRows.toTrain(1_000, 6), parameters, 20)) {
            XgboostTrees trees = XgboostFile.read(NativeModels.ubjson(booster.json()), "model.ubj");

            assertThat(ParityCheck.prove(booster, trees, ParityRows.toScore(5_000, 7)))
                    .isEqualTo(5_000);
        }
    }

    @Test
    void rejectsAScorerThatDiffers() {
        TrainingTable table = Tables.random(500, 5);
        BoostSettings settings = new BoostSettings(5, 5, 3, 0.3, 1);
        XgboostTrees four = train(table, settings, 4).trees();

        Forest torn = new Forest(train(table, settings, 5).json(), four);

        assertThatThrownBy(() -> ParityCheck.prove(torn, table))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("Java scores");
    }

    private static List<RandomParityCheck> trials() {
        return RandomParityCheck.standard();
    }

    private static Forest train(TrainingTable table, BoostSettings settings, int trees) {
        return new ForestTrainer(settings, Set.of()).train(table, Objective.EXPECTED, trees);
    }
}
