package io.fueloptimine.jobs.compare.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.jobs.compare.TestRun;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairedDifferenceTest {

    private final List<RunPair> pairs =
            List.of(pair(1, 1_000, 990), pair(2, 2_000, 1_960), pair(3, 4_000, 3_880));

    @Test
    void averagesTheDifferencesOfTheSeeds() {
        PairedDifference litres = PairedDifference.of(Quantity.LITRES, pairs);

        // Differences -10, -40, -120: mean -56.6667, standard deviation 56.8624, t(2) 4.302653.
        assertThat(litres.reference()).isCloseTo(2_333.333, within(1e-3));
        assertThat(litres.policy()).isCloseTo(2_276.667, within(1e-3));
        assertThat(litres.difference().mean()).isCloseTo(-56.6667, within(1e-3));
        assertThat(litres.difference().low()).isCloseTo(-197.921, within(1e-2));
        assertThat(litres.difference().high()).isCloseTo(84.588, within(1e-2));
    }

    @Test
    void averagesThePercentOfEachSeed() {
        PairedDifference litres = PairedDifference.of(Quantity.LITRES, pairs);

        // -1, -2 and -3 %: mean -2, standard deviation 1.
        assertThat(litres.percent().mean()).isCloseTo(-2, within(1e-9));
        assertThat(litres.percent().low()).isCloseTo(-2 - 4.302653 / Math.sqrt(3), within(1e-5));
    }

    @Test
    void hasNoPercentWhenTheReferenceIsZero() {
        RunPair pair =
                new RunPair(
                        TestRun.of("fixed", 1).emptyKm(0).result(),
                        TestRun.of("sptf", 1).emptyKm(5).result());
        PairedDifference empty = PairedDifference.of(Quantity.EMPTY_KM, List.of(pair, pair));

        assertThat(empty.difference().mean()).isEqualTo(5);
        assertThat(empty.percent().mean()).isNaN();
    }

    @Test
    void addsQueuesAtLoadingUnitsAndDumps() {
        assertThat(Quantity.QUEUE_HOURS.of(TestRun.of("fixed", 1).result())).isEqualTo(4);
    }

    private static RunPair pair(long seed, double reference, double litres) {
        return new RunPair(
                TestRun.of("fixed", seed).litres(reference).result(),
                TestRun.of("sptf", seed).litres(litres).result());
    }
}
