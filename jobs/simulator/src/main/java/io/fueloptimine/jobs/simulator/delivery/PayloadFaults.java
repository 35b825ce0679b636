package io.fueloptimine.jobs.simulator.delivery;

import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.scenario.DeliveryFault.CorruptPayload;
import io.fueloptimine.jobs.simulator.scenario.Scenario;
import io.fueloptimine.models.mine.reading.ReadingStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Corrupts payloads in one of four ways that occur at gateways, chosen with equal probability. The
 * payload is truncated, numbers are replaced by text, values are replaced by the J1939 code for
 * "not available", or the payload is replaced by random bytes. Thread-safe.
 */
final class PayloadFaults {

    /**
     * The value of each field when its raw J1939 value is 0xFFFF or 0xFF ("not available"),
     * converted with the signal's resolution and offset (SAE J1939-71).
     */
    private static final List<Map.Entry<String, Double>> NOT_AVAILABLE =
            List.of(
                    Map.entry("fuelRateLph", 3276.75),
                    Map.entry("fuelLevelPct", 102.0),
                    Map.entry("engineRpm", 8191.875),
                    Map.entry("coolantTempC", 215.0));

    private static final byte INVALID_UTF8 = (byte) 0xFF;

    private final ActiveFaults<CorruptPayload> corruptions;
    private final WireFormat format;
    private final MessageRandom random;

    PayloadFaults(
            Scenario scenario, Instant scenarioStart, WireFormat format, MessageRandom random) {
        this.corruptions = new ActiveFaults<>(CorruptPayload.class, scenario, scenarioStart);
        this.format = format;
        this.random = random;
    }

    /**
     * Whether a payload fault applies to the message.
     *
     * @param message the message before any delivery fault
     */
    boolean applyTo(MachineMessage message) {
        for (ActiveFaults.Numbered<CorruptPayload> fault : corruptions.on(message)) {
            if (random.uniform(fault.draw(), message) < fault.fault().rate()) {
                return true;
            }
        }
        return false;
    }

    /** The corrupted payload of a message. */
    byte[] corruptedPayload(MachineMessage message) {
        SplittableRandom choices = new SplittableRandom(random.bits(Integer.MAX_VALUE, message));
        return switch (choices.nextInt(4)) {
            case 0 -> truncated(format.jsonOf(message), choices);
            case 1 -> textForNumbers(message, choices);
            case 2 -> notAvailable(message, choices);
            default -> randomBytes(choices);
        };
    }

    private static byte[] truncated(byte[] json, SplittableRandom choices) {
        return Arrays.copyOf(json, choices.nextInt(1, json.length));
    }

    private byte[] textForNumbers(MachineMessage message, SplittableRandom choices) {
        Map<String, Object> body = new LinkedHashMap<>(message.body());
        body.replaceAll((name, value) -> value instanceof Number ? "plenty" : value);
        boolean hadNumbers = !body.equals(message.body());
        return hadNumbers
                ? format.jsonOf(withBody(message, body))
                : truncated(format.jsonOf(message), choices);
    }

    private byte[] notAvailable(MachineMessage message, SplittableRandom choices) {
        if (message.stream() != ReadingStream.TELEMETRY) {
            return truncated(format.jsonOf(message), choices);
        }
        Map<String, Object> body = new LinkedHashMap<>(message.body());
        NOT_AVAILABLE.forEach(field -> body.put(field.getKey(), field.getValue()));
        return format.jsonOf(withBody(message, body));
    }

    private static byte[] randomBytes(SplittableRandom choices) {
        byte[] bytes = new byte[choices.nextInt(8, 200)];
        choices.nextBytes(bytes);
        bytes[0] = INVALID_UTF8;
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
