package io.fueloptimine.models.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.fuel.trees.XgboostTrees;
import io.fueloptimine.models.training.boost.BoostSettings;
import io.fueloptimine.models.training.boost.ForestTrainer;
import io.fueloptimine.models.training.boost.Objective;
import io.fueloptimine.models.training.explanation.Explanation;
import io.fueloptimine.models.training.table.RowOrigin;
import io.fueloptimine.models.training.table.TrainingTable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ForestExplanationTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final int MACHINES = 4;

    /** Four machines take turns in 8,000 rows: every fourth row would be of one of them. */
    @Test
    void explainsRowsOfEveryMachine() {
        TrainingTable table = table(8_000);
        XgboostTrees trees =
                new ForestTrainer(new BoostSettings(7, 2, 2, 0.2, 1), Set.of())
                        .train(table, Objective.EXPECTED, 2)
                        .trees();

        Explanation explanation = ForestExplanation.of(table, trees);

        assertThat(explanation.rows()).isEqualTo(2_000);
        Map<Float, Long> byMachine =
                Stream.of(explanation.values())
                        .map(row -> row[0])
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(byMachine).hasSize(MACHINES);
        assertThat(byMachine.values()).allMatch(rows -> rows > 400);
    }

    /** The first feature is the machine's number. */
    private static TrainingTable table(int rows) {
        float[] values = new float[2 * rows];
        float[] labels = new float[rows];
        for (int row = 0; row < rows; row++) {
            values[2 * row] = row % MACHINES;
            values[2 * row + 1] = row / MACHINES;
            labels[row] = 1 + row % MACHINES;
        }
        return new TrainingTable(
                List.of("machine", "minute"),
                values,
                labels,
                IntStream.range(0, rows).mapToObj(ForestExplanationTest::origin).toList());
    }

    private static RowOrigin origin(int row) {
        return new RowOrigin(
                "T" + row % MACHINES,
                "930E",
                START.plusSeconds(60L * (row / MACHINES)),
                null,
                null,
                1);
    }
}
