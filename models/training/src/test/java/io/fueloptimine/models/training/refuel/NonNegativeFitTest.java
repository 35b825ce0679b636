package io.fueloptimine.models.training.refuel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NonNegativeFitTest {

    private static final int ROWS = 400;

    @Test
    void recoversTheWeightsBehindTheLabels() {
        double[][] rows = rows();
        double[] labels = labels(rows, new double[] {2, 0, 5}, 0);

        double[] weights = NonNegativeFit.of(rows, labels);

        assertThat(weights).containsExactly(new double[] {2, 0, 5}, within(1e-6));
    }

    @Test
    void setsANegativeWeightToZeroAndRefitsTheOthers() {
        double[][] rows = {{1, 1}, {2, 1}, {3, 1}, {4, 1}};
        double[] labels = {1, 3, 5, 7};

        double[] weights = NonNegativeFit.of(rows, labels);

        assertThat(weights[1]).isZero();
        assertThat(weights[0]).isEqualTo(1.7, within(0.05));
    }

    @Test
    void isHardlyAffectedByAFewOutliers() {
        double[][] rows = rows();
        double[] labels = labels(rows, new double[] {2, 1, 5}, 0.5);
        for (int i = 0; i < ROWS; i += 40) {
            labels[i] += 500;
        }

        double[] weights = NonNegativeFit.of(rows, labels);

        assertThat(weights).containsExactly(new double[] {2, 1, 5}, within(0.1));
    }

    @Test
    void givesAnEmptyColumnTheWeightZero() {
        double[][] rows = {{1, 0}, {2, 0}, {3, 0}};

        assertThat(NonNegativeFit.of(rows, new double[] {2, 4, 6}))
                .containsExactly(new double[] {2, 0}, within(1e-9));
    }

    @Test
    void splitsTheWeightOfEqualColumns() {
        double[][] rows = {{1, 1}, {2, 2}, {3, 3}};

        double[] weights = NonNegativeFit.of(rows, new double[] {2, 4, 6});

        assertThat(weights[0] + weights[1]).isEqualTo(2, within(1e-6));
    }

    private static double[][] rows() {
        Random random = new Random(7);
        double[][] rows = new double[ROWS][3];
        for (double[] row : rows) {
            for (int j = 0; j < row.length; j++) {
                row[j] = 10 * random.nextDouble();
            }
        }
        return rows;
    }

    private static double[] labels(double[][] rows, double[] weights, double noise) {
        Random random = new Random(11);
        double[] labels = new double[rows.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = noise * random.nextGaussian();
            for (int j = 0; j < weights.length; j++) {
                labels[i] += weights[j] * rows[i][j];
            }
        }
        return labels;
    }
}
