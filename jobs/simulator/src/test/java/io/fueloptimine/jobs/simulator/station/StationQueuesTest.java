package io.fueloptimine.jobs.simulator.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.site.Conditions;
import io.fueloptimine.jobs.simulator.station.StationMine.RecordedTruck;
import io.fueloptimine.models.mine.ReadingStream;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StationQueuesTest {

    private static final long START_MS = StationMine.START_MS;

    private final StationMine mine = new StationMine(Conditions.NONE);

    @Test
    void threeTrucksRefuelAtOnceAndTheOthersInTheOrderOfTheirArrival() {
        FuelBay bay = mine.fuelBay();
        List<RecordedTruck> trucks = trucks(6);
        List<Boolean> served = trucks.stream().map(bay::arrive).toList();

        assertThat(served).containsExactly(true, true, true, false, false, false);
        bay.leave(START_MS);
        assertThat(trucks.get(3).events).containsExactly("refuel");
        assertThat(trucks.get(4).events).isEmpty();
        bay.leave(START_MS);
        bay.leave(START_MS);
        assertThat(trucks.get(5).events).containsExactly("refuel");
    }

    @Test
    void freesANozzleWithoutAQueue() {
        FuelBay bay = mine.fuelBay();
        trucks(3).forEach(bay::arrive);
        bay.leave(START_MS);

        assertThat(bay.arrive(new RecordedTruck("T8"))).isTrue();
        assertThat(bay.arrive(new RecordedTruck("T9"))).isFalse();
    }

    @Test
    void aRefuellingIsPublishedWithTheLitresThatWentIntoTheTank() {
        FuelTank tank = new FuelTank(4_200, 4_000, 0);
        mine.fuelBay().dispense("T1", tank, 1_000, START_MS, START_MS + 90_500);

        MachineMessage refuel = mine.messages.get(0);
        assertThat(refuel.stream()).isEqualTo(ReadingStream.REFUEL);
        assertThat(refuel.machineId()).isEqualTo("B1");
        assertThat(refuel.time()).isEqualTo(Instant.ofEpochMilli(START_MS + 90_500));
        assertThat(refuel.body())
                .containsEntry("truckId", "T1")
                .containsEntry("startedAt", Instant.ofEpochMilli(START_MS))
                .containsEntry("durationS", 90.5)
                .containsEntry("dispensedL", 200.0)
                .containsEntry("levelBeforePct", 95.2)
                .containsEntry("levelAfterPct", 100.0);
        assertThat(mine.context.counters().counts().dispensedL()).isEqualTo(200);
    }

    @Test
    void refuellingsOfABayAreNumberedWithoutGaps() {
        FuelTank tank = new FuelTank(4_200, 0, 0);
        IntStream.range(0, 5)
                .forEach(i -> mine.fuelBay().dispense("T" + i, tank, 100, START_MS, START_MS + i));

        assertThat(mine.messages)
                .extracting(MachineMessage::sequence)
                .containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(tank.levelL()).isEqualTo(500);
    }

    @Test
    void aDumpServesAsManyTrucksAsItHasBays() {
        DumpStation dump = mine.dump();
        List<RecordedTruck> trucks = trucks(4);

        assertThat(trucks.stream().map(dump::arrive)).containsExactly(true, true, false, false);
        dump.leave(250, START_MS);
        assertThat(trucks.get(2).events).containsExactly("dump");
        assertThat(trucks.get(3).events).isEmpty();
    }

    @Test
    void tonnesOfADumpAreWaste() {
        RecordedTruck truck = new RecordedTruck("T1");
        mine.dump().arrive(truck);
        mine.dump().leave(250.5, START_MS);

        assertThat(mine.context.counters().counts().wasteT()).isCloseTo(250.5, within(1e-9));
        assertThat(mine.context.counters().counts().oreT()).isZero();
    }

    private static List<RecordedTruck> trucks(int count) {
        return IntStream.range(0, count).mapToObj(i -> new RecordedTruck("T" + i)).toList();
    }
}
