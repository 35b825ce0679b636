package io.fueloptimine.jobs.backfill.run;

import io.fueloptimine.jobs.simulator.delivery.WireFormat;
import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.pit.Pit;
import io.fueloptimine.jobs.simulator.pit.PitSettings;
import io.fueloptimine.jobs.simulator.site.Conditions;
import io.fueloptimine.models.mine.reading.RawMessage;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.MineSite;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A short day of a few machines: a radio shadow that ends in time, readings that come too late, a
 * repeated and a broken message. In order of arrival; the same at every call.
 */
final class RecordedDay {

    static final Instant START = PitSettings.DEFAULT_START;
    static final Duration LENGTH = Duration.ofMinutes(100);

    private static final int TRUCKS = 4;
    private static final long SEED = 7;
    private static final long EVERY_S = 10;

    private RecordedDay() {}

    static MineSite small(MineSite mine) {
        return new MineSite(
                mine.site(),
                mine.digPlan(),
                mine.locations(),
                mine.roads(),
                mine.truckClasses(),
                mine.trucks().subList(0, TRUCKS),
                mine.loadingUnits(),
                mine.dumps(),
                mine.auxMachines().subList(0, 1));
    }

    /** The messages with delays, a repeat and a broken one. */
    static List<RawMessage> messages(MineSite mine) {
        List<RawMessage> messages = new ArrayList<>(inTime(mine, true));
        RawMessage repeated = messages.get(messages.size() / 2);
        messages.add(repeated);
        messages.add(
                new RawMessage(
                        repeated.topic(),
                        "{\"time\": \"yesterday\"}".getBytes(StandardCharsets.UTF_8),
                        at(50),
                        false));
        messages.sort(Comparator.comparing(RawMessage::receivedAt));
        return messages;
    }

    /** The messages, each received when it was measured. */
    static List<RawMessage> inTime(MineSite mine) {
        return inTime(mine, false);
    }

    private static List<RawMessage> inTime(MineSite mine, boolean withDelays) {
        List<MachineMessage> said = new ArrayList<>();
        new Pit(mine, PitSettings.of(SEED), Conditions.NONE, said::add)
                .advanceTo(START.plus(LENGTH));
        said.removeIf(RecordedDay::isLeftOut);
        said.add(refuel(mine.trucks().get(0).id()));
        WireFormat format = new WireFormat(mine.site());
        return said.stream()
                .map(
                        one ->
                                new RawMessage(
                                        format.topicOf(one),
                                        format.jsonOf(one),
                                        withDelays ? arrivalOf(one, mine) : one.time(),
                                        false))
                .sorted(Comparator.comparing(RawMessage::receivedAt))
                .toList();
    }

    private static Instant arrivalOf(MachineMessage message, MineSite mine) {
        boolean shadow = message.machineId().equals(mine.trucks().get(1).id());
        if (shadow && isWithin(message, 20, 26)) {
            return at(27);
        }
        boolean tooLate =
                message.machineId().equals(mine.trucks().get(2).id())
                        && message.stream() == ReadingStream.TELEMETRY;
        return tooLate && isWithin(message, 40, 42) ? at(75) : message.time();
    }

    private static boolean isWithin(MachineMessage message, int fromMin, int toMin) {
        return !message.time().isBefore(at(fromMin)) && message.time().isBefore(at(toMin));
    }

    private static boolean isLeftOut(MachineMessage message) {
        boolean telemetry = message.stream() == ReadingStream.TELEMETRY;
        boolean between = message.time().getEpochSecond() % EVERY_S != 0;
        return telemetry && (between || message.kind() == EquipmentKind.SHOVEL);
    }

    private static MachineMessage refuel(String truckId) {
        Map<String, Object> body =
                Map.of(
                        "truckId", truckId,
                        "startedAt", at(30),
                        "durationS", 900.0,
                        "dispensedL", 2_500.5,
                        "levelBeforePct", 22.0,
                        "levelAfterPct", 81.5);
        return new MachineMessage(
                EquipmentKind.FUELBAY, "FB-1", ReadingStream.REFUEL, 0, at(45), body);
    }

    private static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }
}
