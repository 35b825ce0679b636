package io.fueloptimine.models.dispatch.outlier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MixedModelTest {

    private static final double SAME = 1e-9;

    @ParameterizedTest
    @CsvSource({
        "2, 1, 5, 0.1, 0.1",
        "1, 2, 5, 0.1, 0.1",
        "4, 9, 60, 0.05, 0.03",
        "9, 4, 60, 0.05, 0.03",
        "7, 7, 40, 0.2, 0.2",
        "12, 30, 40, 0.1, 0.05",
        "12, 30, 500, 0.1, 0",
        "30, 12, 500, 0, 0.1",
        "12, 30, 200, 0, 0",
        "20, 25, 2000, 0.5, 0.3"
    })
    void equalsTheDenseSolution(
            int firsts, int seconds, int count, double firstEffect, double secondEffect) {
        for (int seed = 1; seed <= 5; seed++) {
            List<MixedModel.Row> rows =
                    rows(firsts, seconds, count, firstEffect, secondEffect, 0.04, seed);
            MixedModel model = new MixedModel(rows, firsts, seconds);
            DenseMixedModel dense = new DenseMixedModel(rows, firsts, seconds);

            for (int i = 0; i < firsts; i++) {
                assertThat(model.first(i)).isCloseTo(dense.first(i), within(SAME));
                assertThat(model.firstError(i)).isCloseTo(dense.firstError(i), within(SAME));
            }
            for (int i = 0; i < seconds; i++) {
                assertThat(model.second(i)).isCloseTo(dense.second(i), within(SAME));
                assertThat(model.secondError(i)).isCloseTo(dense.secondError(i), within(SAME));
            }
        }
    }

    @Test
    void findsEffectsWithoutScatter() {
        List<MixedModel.Row> rows = rows(6, 15, 400, 0.1, 0.1, 0, 3);
        MixedModel model = new MixedModel(rows, 6, 15);

        MixedModel.Row one = rows.get(0);
        for (MixedModel.Row row : rows) {
            double fitted =
                    model.first(row.first())
                            - model.first(one.first())
                            + model.second(row.second())
                            - model.second(one.second());
            assertThat(fitted).isCloseTo(row.value() - one.value(), within(1e-5));
        }
    }

    /** One dense matrix of all equations takes more than 30 s. */
    @ParameterizedTest
    @CsvSource({"300, 1200", "1200, 300"})
    @Timeout(value = 15, threadMode = Timeout.ThreadMode.SEPARATE_THREAD, unit = TimeUnit.SECONDS)
    void solvesALargeMine(int firsts, int seconds) {
        List<MixedModel.Row> rows = rows(firsts, seconds, 28 * 1_200, 0, 0, 0.04, 1);
        MixedModel model = new MixedModel(rows, firsts, seconds);

        assertThat(model.firstError(0)).isBetween(1e-5, 0.01);
        assertThat(model.secondError(0)).isBetween(1e-5, 0.01);
    }

    /** Each level occurs as long as there are rows for it; weights are between 0.5 and 12. */
    private static List<MixedModel.Row> rows(
            int firsts,
            int seconds,
            int count,
            double firstEffect,
            double secondEffect,
            double scatter,
            long seed) {
        Random random = new Random(seed);
        double[] ofFirst = random.doubles(firsts, -firstEffect, firstEffect + 1e-12).toArray();
        double[] ofSecond = random.doubles(seconds, -secondEffect, secondEffect + 1e-12).toArray();
        List<MixedModel.Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int first = i < firsts ? i : random.nextInt(firsts);
            int second = i < seconds ? i : random.nextInt(seconds);
            double weight = 0.5 + 11.5 * random.nextDouble();
            double error = scatter * random.nextGaussian() / Math.sqrt(weight);
            rows.add(
                    new MixedModel.Row(
                            first,
                            second,
                            0.02 + ofFirst[first] + ofSecond[second] + error,
                            weight));
        }
        return rows;
    }
}
