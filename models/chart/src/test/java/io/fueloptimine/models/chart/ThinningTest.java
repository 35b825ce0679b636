package io.fueloptimine.models.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ThinningTest {

    @Test
    void selectsAllOfFewRows() {
        Thinning thinning = Thinning.of(3, 10);

        assertThat(thinning.rows()).containsExactly(0, 1, 2);
        assertThat(thinning.note()).isEmpty();
        assertThat(Thinning.of(0, 10).rows()).isEmpty();
    }

    @Test
    void selectsOneRowOfEachSectionAndNotesIt() {
        Thinning thinning = Thinning.of(100_000, 2_000);

        assertThat(thinning.rows()).hasSize(2_000).isSorted().doesNotHaveDuplicates();
        for (int i = 0; i < 2_000; i++) {
            assertThat(thinning.rows()[i]).isBetween(50 * i, 50 * i + 49);
        }
        assertThat(thinning.note())
                .isEqualTo(" Drawn: 2,000 of 100,000 rows, spread evenly over them.");
    }

    @Test
    void selectsTheSameRowsEveryTime() {
        assertThat(Thinning.of(9_999, 100).rows()).isEqualTo(Thinning.of(9_999, 100).rows());
    }

    /** Fifty machines in turn, one row of fifty: every machine is met. */
    @Test
    void selectsRowsOfAllMachinesInARepeatingPattern() {
        long machines =
                Arrays.stream(Thinning.of(100_000, 2_000).rows())
                        .map(row -> row % 50)
                        .distinct()
                        .count();

        assertThat(machines).isEqualTo(50);
    }
}
