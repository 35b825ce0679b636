package io.fueloptimine.jobs.backtest.mine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.jobs.backtest.mine.EmptyWays.Way;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmptyWaysTest {

    private static final EmptyWays WAYS =
            new EmptyWays(
                    Map.of(
                            new Way("D1", "F1"), 10.0,
                            new Way("D1", "F2"), 50.0,
                            new Way("D2", "F1"), 50.0,
                            new Way("D2", "F2"), 20.0));

    @Test
    void crossedTripsCostMoreThanTheLeast() {
        List<Way> crossed = List.of(new Way("D1", "F2"), new Way("D2", "F1"));

        assertThat(WAYS.litresOf(crossed)).isEqualTo(100);
        assertThat(WAYS.leastLitresOf(crossed, Map.of())).isCloseTo(30, within(1e-6));
    }

    @Test
    void aTruckThatFetchesNoFurtherLoadCouldHaveFetchedThisOne() {
        List<Way> trips = List.of(new Way("D2", "F1"));

        assertThat(WAYS.leastLitresOf(trips, Map.of("D1", 1))).isCloseTo(10, within(1e-6));
    }
}
