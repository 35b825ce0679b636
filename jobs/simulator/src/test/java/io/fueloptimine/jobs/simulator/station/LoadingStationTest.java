package io.fueloptimine.jobs.simulator.station;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.simulator.site.Conditions;
import io.fueloptimine.jobs.simulator.station.StationMine.RecordedTruck;
import io.fueloptimine.models.mine.reading.ProductionState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadingStationTest {

    private static final long START_MS = StationMine.START_MS;
    private static final long HOUR_MS = 3_600_000;

    /** The shovel is down during the second hour. */
    private static final Conditions DOWN_IN_SECOND_HOUR =
            new Conditions() {
                @Override
                public boolean down(String machineId, Instant time) {
                    long sinceStartMs = time.toEpochMilli() - START_MS;
                    return sinceStartMs >= HOUR_MS && sinceStartMs < 2 * HOUR_MS;
                }
            };

    private final StationMine mine = new StationMine(DOWN_IN_SECOND_HOUR);
    private final LoadingStation shovel = mine.shovel();
    private final RecordedTruck first = new RecordedTruck("T1");
    private final RecordedTruck second = new RecordedTruck("T2");
    private final RecordedTruck third = new RecordedTruck("T3");

    @Test
    void loadsOneTruckAtATimeInTheOrderOfArrival() {
        shovel.begin(START_MS);
        long nowMs = arriveAndSpot(first, START_MS + 1_000);
        shovel.arrive(second, nowMs);
        shovel.arrive(third, nowMs);
        assertThat(second.events).containsExactly("wait");

        shovel.beginLoading(nowMs);
        shovel.endLoading(300, 120, nowMs + 120_000);

        assertThat(shovel.current()).isSameAs(second);
        assertThat(third.events).containsExactly("wait");
        assertThat(mine.shovelStates()).contains(ProductionState.LOADING.wireName());
    }

    @Test
    void aTruckThatLeavesTheQueueIsNotLoaded() {
        shovel.begin(START_MS);
        long nowMs = arriveAndSpot(first, START_MS + 1_000);
        shovel.arrive(second, nowMs);
        shovel.arrive(third, nowMs);
        shovel.leaveQueue(second);
        shovel.endLoading(300, 120, nowMs + 120_000);

        assertThat(shovel.current()).isSameAs(third);
        assertThat(second.events).doesNotContain("spot");
    }

    @Test
    void parksForCleanUpWhenNoTruckComes() {
        shovel.begin(START_MS);
        assertThat(shovel.state()).isEqualTo(ProductionState.QUEUED);
        assertThat(shovel.nextEventMs()).isGreaterThanOrEqualTo(START_MS + 1_000);

        shovel.runEvent(shovel.nextEventMs());

        assertThat(shovel.state()).isEqualTo(ProductionState.PARKED);
        assertThat(shovel.nextEventMs()).isEqualTo(LoadingStation.NEVER);
    }

    @Test
    void aBreakdownLetsTrucksWaitUntilTheRepair() {
        shovel.begin(START_MS);
        shovel.updateBreakdown(START_MS + HOUR_MS);
        assertThat(shovel.down()).isTrue();
        assertThat(shovel.state()).isEqualTo(ProductionState.STOPPED);

        shovel.arrive(first, START_MS + HOUR_MS + 1);
        assertThat(shovel.current()).isNull();
        assertThat(first.events).containsExactly("wait");

        shovel.updateBreakdown(START_MS + 2 * HOUR_MS);
        assertThat(shovel.down()).isFalse();
        assertThat(shovel.current()).isSameAs(first);
    }

    @Test
    void aTruckThatIsBeingLoadedAtABreakdownIsLoadedToTheEnd() {
        shovel.begin(START_MS);
        long nowMs = arriveAndSpot(first, START_MS + 1_000);
        shovel.beginLoading(nowMs);
        shovel.updateBreakdown(START_MS + HOUR_MS);
        assertThat(shovel.current()).isSameAs(first);
        assertThat(shovel.state()).isEqualTo(ProductionState.LOADING);

        shovel.arrive(second, START_MS + HOUR_MS + 1);
        shovel.endLoading(300, 200, START_MS + HOUR_MS + 2);

        assertThat(shovel.state()).isEqualTo(ProductionState.STOPPED);
        assertThat(shovel.current()).isNull();
    }

    @Test
    void neverLoadsMoreThanItsHighestRateInAnHour() {
        StationMine healthy = new StationMine(Conditions.NONE);
        LoadingStation unit = healthy.shovel();
        unit.begin(START_MS);
        List<Long> endsMs = new ArrayList<>();
        long nowMs = START_MS;
        for (int i = 0; i < 60; i++) {
            unit.arrive(new RecordedTruck("T" + i, 300), nowMs);
        }
        while (endsMs.size() < 60) {
            if (unit.current() == null) {
                nowMs = unit.nextEventMs();
                unit.runEvent(nowMs);
            } else {
                nowMs += 150_000;
                endsMs.add(nowMs);
                unit.endLoading(300, 120, nowMs);
            }
        }

        for (long toMs : endsMs) {
            long loads = endsMs.stream().filter(ms -> ms <= toMs && ms > toMs - HOUR_MS).count();
            assertThat(300 * loads).isLessThanOrEqualTo((long) unit.unit().maxTph());
        }
        double hours = (endsMs.get(59) - endsMs.get(0)) / (double) HOUR_MS;
        assertThat(59 * 300 / hours).isBetween(0.94 * 5_000, 5_000.0);
    }

    @Test
    void continuesFromASnapshotWithTheSameBreakdownAndTheLoadsOfTheLastHour() {
        shovel.begin(START_MS);
        arriveAndSpot(first, START_MS + 1_000);
        shovel.endLoading(280, 100, START_MS + 300_000);
        StationState state = shovel.snapshot(START_MS + 400_000);

        LoadingStation restored = new StationMine(Conditions.NONE).shovel();
        restored.begin(1, state, START_MS + 400_000);

        assertThat(state.lastHour()).containsExactly(new StationState.Load(100_000, 280));
        assertThat(restored.snapshot(START_MS + 400_000)).isEqualTo(state);
        assertThat(restored.loads()).isEqualTo(1);
    }

    @Test
    void startsStoppedWhenItIsDownAlready() {
        shovel.begin(START_MS + HOUR_MS);

        assertThat(shovel.state()).isEqualTo(ProductionState.STOPPED);
        assertThat(shovel.nextEventMs()).isEqualTo(LoadingStation.NEVER);
        assertThat(mine.messages.get(0).body())
                .containsEntry("reason", "DOWN")
                .containsEntry("previousState", null);
    }

    @Test
    void publishesEachChangeOfStateWithTheStateBefore() {
        shovel.begin(START_MS);
        long nowMs = arriveAndSpot(first, START_MS + 1_000);
        shovel.beginLoading(nowMs);
        shovel.endLoading(300, 100, nowMs + 100_000);

        Object before = null;
        for (var message : mine.messages) {
            assertThat(message.body().get("previousState")).isEqualTo(before);
            before = message.body().get("state");
        }
        assertThat(mine.messages).hasSizeGreaterThanOrEqualTo(3);
    }

    /** Lets the truck arrive and runs the event at which the face is ready, if there is one. */
    private long arriveAndSpot(RecordedTruck truck, long nowMs) {
        shovel.arrive(truck, nowMs);
        long readyMs = nowMs;
        if (shovel.current() == null) {
            readyMs = shovel.nextEventMs();
            shovel.runEvent(readyMs);
        }
        assertThat(truck.events).last().isEqualTo("spot");
        return readyMs;
    }
}
