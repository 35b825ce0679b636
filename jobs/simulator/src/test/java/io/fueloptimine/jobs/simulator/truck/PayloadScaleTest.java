package io.fueloptimine.jobs.simulator.truck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PayloadScaleTest {

    @Test
    void isOffByAFactorOfTheTruck() {
        double[] shownT =
                IntStream.range(0, 2_000)
                        .mapToDouble(i -> new PayloadScale(3, "T" + i).shownT(100))
                        .toArray();
        double mean = IntStream.range(0, 2_000).mapToDouble(i -> shownT[i]).average().orElse(0);
        double variance =
                IntStream.range(0, 2_000)
                        .mapToDouble(i -> (shownT[i] - mean) * (shownT[i] - mean))
                        .average()
                        .orElse(0);

        assertThat(mean).isCloseTo(100, within(0.15));
        assertThat(Math.sqrt(variance)).isCloseTo(1.5, within(0.1));
        PayloadScale scale = new PayloadScale(3, "T1");
        assertThat(scale.shownT(300)).isCloseTo(3 * scale.shownT(100), within(1e-9));
    }
}
