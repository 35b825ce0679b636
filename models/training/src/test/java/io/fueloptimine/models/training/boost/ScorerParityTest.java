package io.fueloptimine.models.training.boost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.fuel.trees.XgboostTrees;
import io.fueloptimine.models.training.TrainingException;
import io.fueloptimine.models.training.table.Tables;
import io.fueloptimine.models.training.table.TrainingTable;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorerParityTest {

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "2, 40, 3", "3, 120, 6", "4, 30, 8"})
    void scoresTenThousandRowsBitForBitLikeTheNativeCode(long seed, int trees, int depth) {
        BoostSettings settings = new BoostSettings(seed, trees, depth, 0.3, 1);

        Forest forest = train(Tables.random(2_000, seed), settings, trees);

        assertThat(forest.trees().size()).isEqualTo(trees);
        assertThat(Parity.prove(forest, Tables.random(10_000, seed + 100))).isEqualTo(10_000);
    }

    @Test
    void refusesAScorerThatDiffers() {
        TrainingTable table = Tables.random(500, 5);
        BoostSettings settings = new BoostSettings(5, 5, 3, 0.3, 1);
        XgboostTrees four = train(table, settings, 4).trees();

        Forest torn = new Forest(train(table, settings, 5).json(), four);

        assertThatThrownBy(() -> Parity.prove(torn, table))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("Java scores");
    }

    private static Forest train(TrainingTable table, BoostSettings settings, int trees) {
        return new ForestTrainer(settings, Set.of()).train(table, Objective.EXPECTED, trees);
    }
}
