package io.fueloptimine.models.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;

class QuantilesTest {

    private final double[] sorted = {1, 2, 4, 8, 16};

    @Test
    void equalAValueAtItsPosition() {
        assertThat(Quantiles.ofSorted(sorted, 0)).isEqualTo(1);
        assertThat(Quantiles.ofSorted(sorted, 0.5)).isEqualTo(4);
        assertThat(Quantiles.ofSorted(sorted, 1)).isEqualTo(16);
    }

    @Test
    void interpolateBetweenNeighbours() {
        assertThat(Quantiles.ofSorted(sorted, 0.9)).isCloseTo(12.8, offset(1e-12));
    }

    @Test
    void equalTheOnlyValue() {
        assertThat(Quantiles.ofSorted(new double[] {3}, 0.975)).isEqualTo(3);
    }

    @Test
    void ofReplicatesIgnoreNaN() {
        assertThat(BootstrapInterval.ofReplicates(new double[] {Double.NaN, 5, Double.NaN}))
                .isEqualTo(new BootstrapInterval(5, 5));
        assertThat(BootstrapInterval.ofReplicates(new double[] {Double.NaN}))
                .isEqualTo(BootstrapInterval.UNKNOWN);
    }
}
