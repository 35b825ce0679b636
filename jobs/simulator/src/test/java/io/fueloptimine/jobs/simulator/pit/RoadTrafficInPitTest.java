package io.fueloptimine.jobs.simulator.pit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.pit.TestMine.RecordedPit;
import io.fueloptimine.jobs.simulator.site.Conditions;
import io.fueloptimine.jobs.simulator.truck.HaulTruck;
import io.fueloptimine.jobs.simulator.truck.Journey;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.reading.ReadingStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Trucks on the roads of the shipped mine. */
class RoadTrafficInPitTest {

    @Test
    void noTruckOvertakesAnotherOneThatDrives() {
        RecordedPit recorded = new RecordedPit(Conditions.NONE, false);
        Map<String, String> laneOf = new HashMap<>();
        Map<String, List<String>> lanes = new HashMap<>();
        Map<String, Integer> enteredS = new HashMap<>();
        Map<String, Integer> lastExitS = new HashMap<>();
        int closestS = Integer.MAX_VALUE;
        int exits = 0;
        for (int second = 1; second <= 12 * 3_600; second++) {
            recorded.after(Duration.ofSeconds(second));
            for (HaulTruck truck : recorded.pit.trucks()) {
                String lane = lane(truck);
                int enteredAt = enteredS.getOrDefault(truck.id(), 0);
                String before = laneOf.put(truck.id(), lane == null ? "" : lane);
                if (lane != null && !lane.equals(before)) {
                    lanes.computeIfAbsent(lane, id -> new ArrayList<>()).add(truck.id());
                    enteredS.put(truck.id(), second);
                }
                if (before == null || before.isEmpty() || before.equals(lane)) {
                    continue;
                }
                List<String> trucks = lanes.get(before);
                if (truck.currentJourney().isEmpty() || !truck.phase().resting()) {
                    assertThat(trucks.subList(0, trucks.indexOf(truck.id())))
                            .as(before)
                            .allMatch(ahead -> enteredS.get(ahead) == enteredAt);
                    int gapS = second - lastExitS.getOrDefault(before, -1_000);
                    closestS = Math.min(closestS, gapS);
                    lastExitS.put(before, second);
                    exits++;
                }
                trucks.remove(truck.id());
            }
        }
        assertThat(exits).isGreaterThan(2_000);
        assertThat(closestS).isBetween(9, 11);
    }

    @Test
    void aTruckBreaksDownOnTheRoadAndContinuesWithItsLoad() {
        RecordedPit recorded = new RecordedPit(Conditions.NONE, false);
        boolean onTheRoad = false;
        for (int minutes = 0; minutes < 24 * 60 * 14; minutes += 10) {
            recorded.after(Duration.ofMinutes(minutes));
            for (HaulTruck truck : recorded.pit.trucks()) {
                onTheRoad |=
                        "DOWN".equals(truck.reason())
                                && truck.currentJourney()
                                        .map(one -> one.metresAt(nowMs(recorded)))
                                        .filter(metres -> metres > 20)
                                        .isPresent();
            }
        }
        assertThat(onTheRoad).isTrue();
        int loaded = 0;
        for (List<MachineMessage> states : statesByTruck(recorded).values()) {
            for (int i = 1; i < states.size(); i++) {
                MachineMessage stop = states.get(i - 1);
                MachineMessage next = states.get(i);
                if ("DOWN".equals(stop.body().get("reason"))
                        && "Hauling".equals(stop.body().get("previousState"))) {
                    loaded++;
                    assertThat(next.body().get("state")).isEqualTo("Hauling");
                    assertThat(next.body().get("payloadT")).isEqualTo(stop.body().get("payloadT"));
                    assertThat((double) next.body().get("payloadT")).isGreaterThan(50);
                    assertThat(Duration.between(stop.time(), next.time()))
                            .isGreaterThan(Duration.ofMinutes(5));
                }
            }
        }
        assertThat(loaded).isGreaterThan(1);
    }

    @Test
    void aRestoredMineHasTheSameTrucksOnTheSameRoadsAtTheSameTimes() throws Exception {
        RecordedPit whole = new RecordedPit(Conditions.NONE, false).after(Duration.ofHours(6));
        PitSnapshot snapshot =
                MineJson.fromBytes(MineJson.toBytes(whole.pit.snapshot()), PitSnapshot.class);
        Pit restored =
                Pit.restore(
                        TestMine.andes(),
                        PitSettings.of(11).withoutTelemetry(),
                        Conditions.NONE,
                        message -> {},
                        snapshot);

        assertThat(snapshot.traffic().onRoads()).hasSizeGreaterThan(4);
        assertThat(restored.snapshot().traffic().onRoads())
                .containsExactlyInAnyOrderElementsOf(snapshot.traffic().onRoads());
        assertThat(restored.snapshot().traffic().atJunctions())
                .containsExactlyInAnyOrderElementsOf(snapshot.traffic().atJunctions());
        whole.after(Duration.ofHours(18));
        restored.advanceTo(whole.pit.now());
        double wholeT = whole.pit.counts().hauledT();
        assertThat(restored.counts().hauledT()).isCloseTo(wholeT, within(0.02 * wholeT));
        double burntL = whole.pit.counts().burntL();
        assertThat(restored.counts().burntL()).isCloseTo(burntL, within(0.02 * burntL));
    }

    private static long nowMs(RecordedPit recorded) {
        return recorded.pit.now().toEpochMilli();
    }

    /** The segment and direction in which a truck drives; null for a truck that does not drive. */
    private static String lane(HaulTruck truck) {
        return truck.phase().travelling()
                ? truck.currentJourney()
                        .map(Journey::leg)
                        .map(leg -> leg.segment().id() + " to " + leg.toLocationId())
                        .orElse(null)
                : null;
    }

    private static Map<String, List<MachineMessage>> statesByTruck(RecordedPit recorded) {
        Map<String, List<MachineMessage>> states = new HashMap<>();
        for (MachineMessage message : recorded.messages) {
            if (message.stream() == ReadingStream.STATE && message.machineId().startsWith("T")) {
                states.computeIfAbsent(message.machineId(), id -> new ArrayList<>()).add(message);
            }
        }
        return states;
    }
}
