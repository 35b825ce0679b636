package io.fueloptimine.models.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CentralRangeTest {

    @Test
    void leavesOutTheShareAtEachEnd() {
        double[] values = IntStream.rangeClosed(0, 100).mapToDouble(i -> 100 - i).toArray();

        assertThat(CentralRange.of(values, 0.05)).isEqualTo(new CentralRange(5, 95));
        assertThat(CentralRange.of(values, 0)).isEqualTo(new CentralRange(0, 100));
    }

    @Test
    void ignoresMissingValues() {
        assertThat(CentralRange.of(new double[] {Double.NaN, 3, Double.NaN}, 0.05))
                .isEqualTo(new CentralRange(3, 3));
    }

    @Test
    void isUnknownWithoutValues() {
        assertThat(CentralRange.of(new double[] {Double.NaN}, 0.05))
                .isEqualTo(new CentralRange(Double.NaN, Double.NaN));
    }
}
