package io.fueloptimine.jobs.simulator.pit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.observation.PitCounts;
import io.fueloptimine.jobs.simulator.pit.TestMine.RecordedPit;
import io.fueloptimine.jobs.simulator.site.Conditions;
import io.fueloptimine.jobs.simulator.state.TruckPhase;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.reading.ReadingStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PitTest {

    @Test
    void sameMessagesForTheSameSeed() {
        RecordedPit once = new RecordedPit(Conditions.NONE, true).after(Duration.ofMinutes(40));
        RecordedPit inSteps = new RecordedPit(Conditions.NONE, true);
        for (int second = 1; second <= 2_400; second += 7) {
            inSteps.after(Duration.ofSeconds(second));
        }
        inSteps.after(Duration.ofMinutes(40));

        assertThat(inSteps.messages).isEqualTo(once.messages);
    }

    @Test
    void everyMachineReportsEverySecondWithoutGapsInItsNumbers() {
        RecordedPit recorded = new RecordedPit(Conditions.NONE, true).after(Duration.ofMinutes(10));

        Map<String, Long> next = new HashMap<>();
        for (MachineMessage message : recorded.messages) {
            String stream = message.machineId() + message.stream();
            assertThat(message.sequence()).isEqualTo(next.getOrDefault(stream, 0L));
            next.put(stream, message.sequence() + 1);
        }
        long telemetry =
                recorded.messages.stream()
                        .filter(m -> m.stream() == ReadingStream.TELEMETRY)
                        .count();
        assertThat(telemetry).isEqualTo(600L * recorded.pit.machineCount());
    }

    @Test
    void messagesAreInOrderOfMineTime() {
        RecordedPit recorded = new RecordedPit(Conditions.NONE, true).after(Duration.ofMinutes(30));

        assertThat(recorded.messages).isSortedAccordingTo((a, b) -> a.time().compareTo(b.time()));
    }

    @Test
    void everyLitreAndTonneIsAccountedFor() {
        Conditions leak =
                new Conditions() {
                    @Override
                    public double leakLph(String machineId, Instant time) {
                        return machineId.equals("T03") ? 40 : 0;
                    }

                    @Override
                    public double stolenL(String machineId, Instant from, Instant to) {
                        return Duration.between(from, to).toMillis() / 3_600_000.0 * 30;
                    }
                };
        RecordedPit recorded = new RecordedPit(leak, false);
        Map<String, Double> before = levels(recorded);
        recorded.after(Duration.ofHours(40));

        PitCounts counts = recorded.pit.counts();
        double fellL = 0;
        for (Map.Entry<String, Double> level : levels(recorded).entrySet()) {
            fellL += before.get(level.getKey()) - level.getValue();
        }
        assertThat(counts.leakedL()).isGreaterThan(1_000);
        assertThat(counts.stolenL()).isGreaterThan(0);
        double outL = counts.burntL() + counts.auxBurntL() + counts.leakedL() + counts.stolenL();
        assertThat(fellL).isCloseTo(outL - counts.dispensedL(), within(1e-3));
        double dumpedT =
                recorded.messages.stream()
                        .filter(m -> "Dumping".equals(m.body().get("state")))
                        .mapToDouble(m -> (double) m.body().get("payloadT"))
                        .sum();
        assertThat(counts.hauledT()).isCloseTo(dumpedT, within(0.02 * dumpedT));
    }

    @Test
    void fuelIsStolenFromAParkedTruck() {
        Instant from = TestMine.START.plus(Duration.ofHours(14));
        Conditions theft =
                new Conditions() {
                    @Override
                    public boolean parked(String machineId, Instant time) {
                        return machineId.equals("T05") && !time.isBefore(from);
                    }

                    @Override
                    public double stolenL(String machineId, Instant a, Instant b) {
                        boolean now = b.isAfter(from.plusSeconds(7_200));
                        return machineId.equals("T05") && now
                                ? Duration.between(a, b).toMillis() / 1_000.0 * 0.2
                                : 0;
                    }
                };
        RecordedPit recorded = new RecordedPit(theft, false).after(Duration.ofHours(17));

        assertThat(recorded.truck("T05").phase()).isEqualTo(TruckPhase.PARKED);
        assertThat(recorded.pit.counts().stolenL()).isBetween(600.0, 725.0);
        assertThat(recorded.truck("T05").engine().on()).isFalse();
    }

    @Test
    void trucksAvoidAClosedRoadAndReportIt() {
        Conditions closed =
                new Conditions() {
                    @Override
                    public boolean roadClosed(String segmentId, Instant time) {
                        return segmentId.equals("RAMP-WEST-2")
                                && time.isAfter(TestMine.START.plusSeconds(3_600));
                    }
                };
        RecordedPit recorded = new RecordedPit(closed, false).after(Duration.ofHours(6));

        assertThat(recorded.messages)
                .anySatisfy(
                        message -> {
                            assertThat(message.stream()).isEqualTo(ReadingStream.NOTE);
                            assertThat((String) message.body().get("text")).contains("RAMP-WEST-2");
                        });
        long open =
                new RecordedPit(Conditions.NONE, false)
                        .after(Duration.ofHours(6))
                        .pit
                        .counts()
                        .cycles();
        assertThat(recorded.pit.counts().cycles()).isBetween(open * 6 / 10, open);
    }

    @Test
    void aTruckThatIsDownStopsUntilItIsRepaired() {
        Conditions down =
                new Conditions() {
                    @Override
                    public boolean down(String machineId, Instant time) {
                        return machineId.equals("T02")
                                && time.isAfter(TestMine.START.plusSeconds(3_600))
                                && time.isBefore(TestMine.START.plusSeconds(7_200));
                    }
                };
        RecordedPit recorded = new RecordedPit(down, false).after(Duration.ofMinutes(110));
        assertThat(recorded.truck("T02").reason()).isEqualTo("DOWN");

        recorded.after(Duration.ofMinutes(130));
        assertThat(recorded.truck("T02").reason()).isNotEqualTo("DOWN");
    }

    @Test
    void aRestoredPitContinuesWithTheNextSequenceNumbersAndTheSameFuel() throws Exception {
        RecordedPit first = new RecordedPit(Conditions.NONE, true).after(Duration.ofMinutes(95));
        byte[] json = MineJson.toBytes(first.pit.snapshot());
        PitSnapshot snapshot = MineJson.fromBytes(json, PitSnapshot.class);
        Pit second =
                Pit.restore(
                        TestMine.andes(),
                        PitSettings.of(11),
                        Conditions.NONE,
                        first.messages::add,
                        snapshot);

        assertThat(second.now()).isEqualTo(first.pit.now());
        assertThat(levels(second)).containsAllEntriesOf(truckLevels(first.pit));
        second.advanceTo(TestMine.START.plus(Duration.ofHours(4)));

        Set<List<Object>> numbers = new HashSet<>();
        for (MachineMessage message : first.messages) {
            assertThat(
                            numbers.add(
                                    List.of(
                                            message.machineId(),
                                            message.stream(),
                                            message.sequence())))
                    .isTrue();
        }
        assertThat(second.counts().cycles()).isGreaterThan(first.pit.counts().cycles() + 40);
    }

    @Test
    void aRestoredTruckDrawsTheNumbersOfItsNextCycle() {
        RecordedPit whole = new RecordedPit(Conditions.NONE, false).after(Duration.ofHours(10));
        RecordedPit first = new RecordedPit(Conditions.NONE, false).after(Duration.ofHours(4));
        Pit second =
                Pit.restore(
                        TestMine.andes(),
                        PitSettings.of(11).withoutTelemetry(),
                        Conditions.NONE,
                        first.messages::add,
                        first.pit.snapshot());
        second.advanceTo(TestMine.START.plus(Duration.ofHours(10)));

        List<Object> expected = payloads(whole, "T01");
        List<Object> restored = payloads(first, "T01");
        int cycles = Math.min(expected.size(), restored.size());
        assertThat(cycles).isGreaterThan(5);
        assertThat(restored.subList(0, cycles)).isEqualTo(expected.subList(0, cycles));
    }

    /** The payloads with which a truck left a loading unit. */
    private static List<Object> payloads(RecordedPit recorded, String truckId) {
        return recorded.messages.stream()
                .filter(m -> m.machineId().equals(truckId))
                .filter(m -> "Hauling".equals(m.body().get("state")))
                .filter(m -> "Loading".equals(m.body().get("previousState")))
                .map(m -> m.body().get("payloadT"))
                .toList();
    }

    private static Map<String, Double> levels(RecordedPit recorded) {
        return levels(recorded.pit);
    }

    private static Map<String, Double> levels(Pit pit) {
        Map<String, Double> levels = new HashMap<>();
        pit.snapshot().machines().forEach((id, machine) -> levels.put(id, machine.fuelL()));
        return levels;
    }

    private static Map<String, Double> truckLevels(Pit pit) {
        Map<String, Double> levels = new HashMap<>();
        pit.trucks().forEach(truck -> levels.put(truck.id(), truck.engine().tank().levelL()));
        return levels;
    }
}
