package io.fueloptimine.jobs.simulator.delivery;

import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.scenario.DeliveryFault.CorruptPayload;
import io.fueloptimine.jobs.simulator.scenario.Scenario;
import io.fueloptimine.models.mine.ReadingStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Breaks payloads in the four ways that real gateways do, evenly: cut short, words where numbers
 * belong, J1939's "not available" values taken for readings, and noise. Thread-safe.
 */
public final class PayloadFaults {

    /** Raw 0xFFFF or 0xFF of each signal in its own resolution and offset (SAE J1939-71). */
    private static final List<Map.Entry<String, Double>> NOT_AVAILABLE =
            List.of(
                    Map.entry("fuelRateLph", 3276.75),
                    Map.entry("fuelLevelPct", 102.0),
                    Map.entry("engineRpm", 8191.875),
                    Map.entry("coolantTempC", 215.0));

    private static final byte NEVER_IN_UTF8 = (byte) 0xFF;

    private final ActiveFaults<CorruptPayload> corruptions;
    private final WireFormat format;
    private final MessageRandom dice;

    PayloadFaults(Scenario scenario, Instant scenarioStart, WireFormat format, MessageRandom dice) {
        this.corruptions = new ActiveFaults<>(CorruptPayload.class, scenario, scenarioStart);
        this.format = format;
        this.dice = dice;
    }

    /** Whether a fault hits the message as the machine uttered it. */
    boolean hits(MachineMessage uttered) {
        for (ActiveFaults.Numbered<CorruptPayload> fault : corruptions.on(uttered)) {
            if (dice.roll(fault.question(), uttered) < fault.fault().rate()) {
                return true;
            }
        }
        return false;
    }

    /** The broken bytes of a message that was hit. */
    byte[] brokenBytesOf(MachineMessage message) {
        SplittableRandom random = new SplittableRandom(dice.bits(Integer.MAX_VALUE, message));
        return switch (random.nextInt(4)) {
            case 0 -> cutShort(format.jsonOf(message), random);
            case 1 -> wordsForNumbers(message, random);
            case 2 -> sentinels(message, random);
            default -> noise(random);
        };
    }

    private static byte[] cutShort(byte[] json, SplittableRandom random) {
        return Arrays.copyOf(json, random.nextInt(1, json.length));
    }

    private byte[] wordsForNumbers(MachineMessage message, SplittableRandom random) {
        Map<String, Object> body = new LinkedHashMap<>(message.body());
        body.replaceAll((name, value) -> value instanceof Number ? "plenty" : value);
        boolean hadNumbers = !body.equals(message.body());
        return hadNumbers
                ? format.jsonOf(withBody(message, body))
                : cutShort(format.jsonOf(message), random);
    }

    private byte[] sentinels(MachineMessage message, SplittableRandom random) {
        if (message.stream() != ReadingStream.TELEMETRY) {
            return cutShort(format.jsonOf(message), random);
        }
        Map<String, Object> body = new LinkedHashMap<>(message.body());
        NOT_AVAILABLE.forEach(field -> body.put(field.getKey(), field.getValue()));
        return format.jsonOf(withBody(message, body));
    }

    private static byte[] noise(SplittableRandom random) {
        byte[] bytes = new byte[random.nextInt(8, 200)];
        random.nextBytes(bytes);
        bytes[0] = NEVER_IN_UTF8;
        return bytes;
    }

    private static MachineMessage withBody(MachineMessage message, Map<String, Object> body) {
        return new MachineMessage(
                message.kind(),
                message.machineId(),
                message.stream(),
                message.sequence(),
                message.time(),
                body);
    }
}
