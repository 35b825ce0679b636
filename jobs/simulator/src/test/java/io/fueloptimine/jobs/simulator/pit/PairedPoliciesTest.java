package io.fueloptimine.jobs.simulator.pit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.observation.PitCounts;
import io.fueloptimine.jobs.simulator.site.Conditions;
import io.fueloptimine.models.mine.dispatch.Task;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.Truck;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Two policies are compared on the same random numbers, and orders change nothing but the places
 * that they name. Otherwise, a comparison of policies would measure the orders and not the
 * policies.
 */
class PairedPoliciesTest {

    private static final Duration RUN = Duration.ofHours(24);
    private static final Duration VALIDITY = Duration.ofMinutes(5);

    /**
     * Not zero, because an order may reach a truck on its way after the truck's own loading unit
     * has been repaired; the order then changes the destination, and later queues differ.
     */
    private static final double TOLERANCE = 0.01;

    /**
     * @param delayS how long an order takes from the truck's message to the truck, s; after the
     *     longer delay the truck has left already and receives the order on its way
     */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 1", "4, 60", "5, 60", "6, 60"})
    void fixedPairsSentAsOrdersDoTheSameWorkAsNoOrders(long seed, int delayS) {
        PitCounts none = PolicyRun.withoutOrders(TestMine.andes(), seed).counts();
        PitCounts fixed = PolicyRun.withPairs(seed, delayS).counts();

        assertThat(fixed.accepted()).isGreaterThan(500);
        assertThat(fixed.hauledT()).isCloseTo(none.hauledT(), within(TOLERANCE * none.hauledT()));
        assertThat(fixed.burntL()).isCloseTo(none.burntL(), within(TOLERANCE * none.burntL()));
    }

    @Test
    void eachCycleOfATruckHasTheSamePayloadWhateverTheOrders() {
        MineSite site = TestMine.andesWithoutTargets();
        PolicyRun none = PolicyRun.withoutOrders(site, 7);
        PolicyRun other = PolicyRun.withOrders(site, 7, truck -> "HX04", truck -> "DUMP-SOUTH");
        PitCounts before = none.counts();
        PitCounts after = other.counts();

        assertThat(after.oreT()).isLessThan(0.6 * before.oreT());
        for (Truck truck : TestMine.andes().trucks()) {
            List<Object> one = none.payloadsOf(truck);
            List<Object> two = other.payloadsOf(truck);
            int cycles = Math.min(one.size(), two.size());
            assertThat(one.subList(0, cycles)).isEqualTo(two.subList(0, cycles));
        }
    }

    /** A run of the shipped mine, with orders from a policy or without any. */
    private static final class PolicyRun {

        private record Order(Instant sendAt, Truck truck, Task task) {}

        private final Map<String, Truck> trucks = new HashMap<>();
        private final Map<String, LoadingUnit> units = new HashMap<>();
        private final Map<String, List<Object>> payloads = new HashMap<>();
        private final List<Order> waiting = new ArrayList<>();
        private final Function<Truck, String> unitOf;
        private final Function<Truck, String> dumpOf;
        private final int delayS;
        private final Pit pit;
        private int sent;

        private PolicyRun(
                MineSite site,
                long seed,
                int delayS,
                Function<Truck, String> unitOf,
                Function<Truck, String> dumpOf) {
            this.delayS = delayS;
            this.unitOf = unitOf;
            this.dumpOf = dumpOf;
            site.trucks().forEach(truck -> trucks.put(truck.id(), truck));
            site.loadingUnits().forEach(unit -> units.put(unit.id(), unit));
            PitSettings settings = new PitSettings(seed, TestMine.START, false);
            pit = new Pit(site, settings, Conditions.NONE, this::receive);
        }

        static PolicyRun withoutOrders(MineSite site, long seed) {
            return new PolicyRun(site, seed, 0, null, null);
        }

        static PolicyRun withPairs(long seed, int delayS) {
            return new PolicyRun(
                    TestMine.andes(),
                    seed,
                    delayS,
                    Truck::pairedLoadingUnitId,
                    Truck::pairedDumpId);
        }

        static PolicyRun withOrders(
                MineSite site,
                long seed,
                Function<Truck, String> unitOf,
                Function<Truck, String> dumpOf) {
            return new PolicyRun(site, seed, 1, unitOf, dumpOf);
        }

        PitCounts counts() {
            for (int second = 1; second <= RUN.toSeconds(); second++) {
                pit.advanceTo(TestMine.START.plusSeconds(second));
                send();
            }
            return pit.counts();
        }

        /** The payloads that a truck dumped, in order. */
        List<Object> payloadsOf(Truck truck) {
            return payloads.get(truck.id());
        }

        /** Plans an order when a truck is about to be empty or full, as job dispatch does. */
        private void receive(MachineMessage message) {
            Truck truck = trucks.get(message.machineId());
            if (truck == null || message.stream() != ReadingStream.STATE) {
                return;
            }
            Instant at = message.time().plusSeconds(delayS);
            if ("Dumping".equals(message.body().get("state"))) {
                payloads.computeIfAbsent(truck.id(), id -> new ArrayList<>())
                        .add(message.body().get("payloadT"));
                waiting.add(new Order(at, truck, Task.LOAD));
            } else if ("Loading".equals(message.body().get("state"))) {
                waiting.add(new Order(at, truck, Task.OFFLOAD));
            }
        }

        private void send() {
            if (unitOf == null || waiting.isEmpty()) {
                return;
            }
            List<Order> due =
                    waiting.stream().filter(order -> !order.sendAt().isAfter(pit.now())).toList();
            waiting.removeAll(due);
            due.forEach(this::send);
        }

        private void send(Order order) {
            boolean load = order.task() == Task.LOAD;
            String unitId = load ? unitOf.apply(order.truck()) : null;
            String place = load ? units.get(unitId).faceId() : dumpOf.apply(order.truck());
            Instant validUntil = pit.now().plus(VALIDITY);
            String id = "P-" + sent++;
            pit.obey(
                    TestMine.assignment(
                            id, order.truck().id(), order.task(), place, unitId, validUntil));
        }
    }
}
