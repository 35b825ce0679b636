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

    /** Arrives at the dump at 08:30 and dumps after ten minutes, during which no truck dumps. */
    private static RecordedCycle heldAtDump() {
        return TestCycle.atDump(TestCycle.of("T2", "F1", "D", 0), 600);
    }

    @Test
    void aDumpAtWhichATruckWaitsAndNoneDumpsIsStopped() {
        RecordedCycle held = heldAtDump();

        assertThat(UnitStops.ofDumps(List.of(held)).get("D"))
                .containsExactly(new UnitStops.Stop(held.dumpArrivedAt(), held.dumpsAt()));
    }

    @Test
    void aDumpThatServesOtherTrucksIsNotStopped() {
        RecordedCycle other = TestCycle.of("T1", "F1", "D", 5);

        assertThat(UnitStops.ofDumps(List.of(heldAtDump(), other)).get("D"))
                .containsExactly(new UnitStops.Stop(other.dumpsAt(), heldAtDump().dumpsAt()));
        RecordedCycle later = TestCycle.of("T1", "F1", "D", 6);
        assertThat(UnitStops.ofDumps(List.of(heldAtDump(), later)).get("D")).isEmpty();
    }

    @Test
    void aWaitForTheEndOfAStopIsNoHoldOfTheDump() {
        RecordedCycle free = TestCycle.of("T1", "F1", "D", 60);

        assertThat(UnitStops.dumpHolds(List.of(heldAtDump(), free)).get("D")).containsExactly(0.0);
    }
}
