package io.fueloptimine.jobs.backtest.fit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.backtest.TestCycle;
import io.fueloptimine.jobs.backtest.records.RecordedCycle;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnitStopsTest {

    /** T1 is loaded from 08:10 to 08:15; T2 arrives at 08:12 and is served at 08:22. */
    private static final RecordedCycle FIRST = TestCycle.of("T1", "F1", "D", 0);

    private static final RecordedCycle HELD =
            TestCycle.of("T2", "930E", "F1", "D", 2, 600, 600, 900);

    @Test
    void aFreeUnitWithAWaitingTruckIsStopped() {
        Map<String, List<UnitStops.Stop>> stops =
                UnitStops.ofUnits(List.of(FIRST, HELD), RecordedCycle::unitId);

        assertThat(stops.get("SHOVEL"))
                .containsExactly(
                        new UnitStops.Stop(FIRST.fullAt(), HELD.loadArrivedAt().plusSeconds(600)));
    }

    @Test
    void theWaitForTheTruckAheadIsNoStop() {
        RecordedCycle behind = TestCycle.of("T2", "930E", "F1", "D", 2, 600, 180, 900);

        assertThat(UnitStops.ofUnits(List.of(FIRST, behind), RecordedCycle::unitId).get("SHOVEL"))
                .isEmpty();
    }

    @Test
    void shortWaitsAtAFreeUnitAreHolds() {
        RecordedCycle late = TestCycle.of("T2", "930E", "F1", "D", 30, 600, 60, 900);

        assertThat(UnitStops.shortHolds(List.of(FIRST, late)).get("SHOVEL"))
                .containsExactly(0.0, 60.0);
    }
}
