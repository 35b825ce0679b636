package io.fueloptimine.jobs.simulator.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.site.Conditions;
import io.fueloptimine.jobs.simulator.station.StationMine.RecordedTruck;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.Material;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StationQueuesTest {

    private static final long START_MS = StationMine.START_MS;
    private static final long HOUR_MS = 3_600_000;

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
        trucks.forEach(truck -> dump.arrive(truck, START_MS));

        assertThat(trucks)
                .extracting(truck -> truck.events)
                .containsExactly(
                        List.of("dump"), List.of("dump"), List.of("wait"), List.of("wait"));
        dump.leave(250, Material.WASTE, START_MS);
        assertThat(trucks.get(2).events).containsExactly("wait", "dump");
        assertThat(trucks.get(3).events).containsExactly("wait");
    }

    @Test
    void tonnesAreBookedByTheMaterialAndNotByTheKindOfThePlace() {
        trucks(2).forEach(truck -> mine.dump().arrive(truck, START_MS));
        mine.dump().leave(250.5, Material.WASTE, START_MS);
        mine.dump().leave(249.5, Material.ORE, START_MS);

        assertThat(mine.context.counters().counts().wasteT()).isCloseTo(250.5, within(1e-9));
        assertThat(mine.context.counters().counts().oreT()).isCloseTo(249.5, within(1e-9));
    }

    @Test
    void aDumpNeverReceivesMoreThanItsHighestRateInAnHour() {
        DumpStation dump = mine.dump();
        List<RecordedTruck> trucks =
                IntStream.range(0, 100).mapToObj(i -> new RecordedTruck("T" + i, 290)).toList();
        trucks.forEach(truck -> dump.arrive(truck, START_MS));
        List<Long> endsMs = new ArrayList<>();
        for (long nowMs = START_MS; endsMs.size() < 100; nowMs += 30_000) {
            if (dump.nextEventMs() <= nowMs) {
                dump.runEvent(nowMs);
            }
            long inBays = trucks.stream().filter(t -> t.events.contains("dump")).count();
            if (inBays > endsMs.size()) {
                endsMs.add(nowMs);
                dump.leave(290, Material.WASTE, nowMs);
            }
        }

        for (long toMs : endsMs) {
            long loads = endsMs.stream().filter(ms -> ms <= toMs && ms > toMs - HOUR_MS).count();
            assertThat(290.0 * loads).isLessThanOrEqualTo(dump.point().maxTph());
        }
        double hours = (endsMs.get(99) - endsMs.get(0)) / (double) HOUR_MS;
        assertThat(99 * 290 / hours).isGreaterThan(0.94 * dump.point().maxTph());
    }

    @Test
    void trucksWaitAtADumpThatIsDownUntilItsRepair() {
        Conditions down =
                new Conditions() {
                    @Override
                    public boolean down(String machineId, Instant time) {
                        return machineId.equals("D1") && time.toEpochMilli() < START_MS + HOUR_MS;
                    }
                };
        DumpStation dump = new StationMine(down).dump();
        RecordedTruck truck = new RecordedTruck("T1");
        dump.arrive(truck, START_MS + 1);
        assertThat(truck.events).containsExactly("wait");

        dump.updateBreakdown(START_MS + HOUR_MS);
        assertThat(truck.events).containsExactly("wait", "dump");
    }

    private static List<RecordedTruck> trucks(int count) {
        return IntStream.range(0, count).mapToObj(i -> new RecordedTruck("T" + i)).toList();
    }
}
