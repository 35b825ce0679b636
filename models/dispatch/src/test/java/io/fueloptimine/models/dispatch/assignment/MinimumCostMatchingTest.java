package io.fueloptimine.models.dispatch.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MinimumCostMatchingTest {

    @Test
    void takesTheLeastSumAndNotTheLeastCostOfEachRow() {
        double[][] costs = {{1, 2}, {1, 10}};

        assertThat(MinimumCostMatching.columnsOf(costs)).containsExactly(1, 0);
    }

    @Test
    void matchesNothingWithoutRows() {
        assertThat(MinimumCostMatching.columnsOf(new double[0][])).isEmpty();
    }

    @Test
    void isAsCheapAsTheBestOfAllMatchings() {
        Random random = new Random(1);
        for (int trial = 0; trial < 300; trial++) {
            int rows = 1 + random.nextInt(5);
            double[][] costs = new double[rows][rows + random.nextInt(3)];
            for (double[] row : costs) {
                Arrays.setAll(row, column -> random.nextInt(20) - 5);
            }

            int[] columns = MinimumCostMatching.columnsOf(costs);

            double sum = 0;
            for (int row = 0; row < rows; row++) {
                sum += costs[row][columns[row]];
            }
            assertThat(columns).doesNotHaveDuplicates();
            assertThat(sum).isCloseTo(least(costs, 0, 0), within(1e-9));
        }
    }

    /** The least sum of the rows from {@code row} on, found by trying all matchings. */
    private static double least(double[][] costs, int row, int used) {
        if (row == costs.length) {
            return 0;
        }
        double best = Double.POSITIVE_INFINITY;
        for (int column = 0; column < costs[row].length; column++) {
            if ((used & 1 << column) == 0) {
                best =
                        Math.min(
                                best,
                                costs[row][column] + least(costs, row + 1, used | 1 << column));
            }
        }
        return best;
    }
}
