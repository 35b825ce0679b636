package io.fueloptimine.models.training.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BandwidthsTest {

    @Test
    void reachToTheFartherNeighbour() {
        assertThat(Bandwidths.of(new double[] {50, 10, 90, 60}, 0, 100))
                .containsExactly(40, 40, 30, 30);
    }

    @Test
    void reachToTheFartherBoundForASingleKernel() {
        assertThat(Bandwidths.of(new double[] {30}, 0, 100)).containsExactly(70);
    }

    @Test
    void areAtLeastTheRangeOverTheNumberOfKernelsPlusTwo() {
        assertThat(Bandwidths.of(new double[] {50, 50, 51}, 0, 100)).containsExactly(20, 20, 20);
    }

    @Test
    void areAtLeastAHundredthOfTheRange() {
        double[] crowded = IntStream.range(0, 500).mapToDouble(i -> i / 500.0).toArray();

        assertThat(Bandwidths.of(crowded, 0, 1)).containsOnly(0.01);
    }
}
