package io.fueloptimine.jobs.cli.aemp;

import io.fueloptimine.models.fuel.FuelWindowAccumulator;
import io.fueloptimine.models.message.DecodeResult;
import io.fueloptimine.models.message.MessageDecoder;
import io.fueloptimine.models.mine.reading.RawMessage;
import io.fueloptimine.models.mine.reading.Reading;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

/** The litres of each machine and hour: messages decoded, put in windows of a minute, added up. */
final class HourlyBurn {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final MessageDecoder decoder = new MessageDecoder();
    private final Map<String, Map<Instant, FuelWindowAccumulator>> windows = new TreeMap<>();

    void add(String topic, byte[] payload) {
        RawMessage message = new RawMessage(topic, payload, Instant.EPOCH, false);
        if (!(decoder.decode(message) instanceof DecodeResult.Readable readable)) {
            throw new AssertionError("unreadable: " + decoder.decode(message));
        }
        Reading reading = readable.reading();
        windows.computeIfAbsent(reading.machineId(), id -> new TreeMap<>())
                .computeIfAbsent(
                        reading.time().truncatedTo(ChronoUnit.MINUTES),
                        minute -> new FuelWindowAccumulator())
                .add(reading);
    }

    /** The litres of a machine in an hour. */
    double litres(String machineId, Instant hour) {
        double litres = 0;
        for (Instant minute = hour;
                minute.isBefore(hour.plus(Duration.ofHours(1)));
                minute = minute.plus(MINUTE)) {
            FuelWindowAccumulator window = windows.get(machineId).get(minute);
            litres +=
                    window == null
                            ? 0
                            : window.toWindow(minute, minute.plus(MINUTE), 0)
                                    .map(w -> w.fuelL())
                                    .orElse(0.0);
        }
        return litres;
    }

    /** The number of minutes of an hour that have litres. */
    long coveredMinutes(String machineId, Instant hour) {
        return windows.get(machineId).entrySet().stream()
                .filter(entry -> entry.getKey().truncatedTo(ChronoUnit.HOURS).equals(hour))
                .filter(
                        entry ->
                                entry.getValue()
                                        .toWindow(entry.getKey(), entry.getKey().plus(MINUTE), 0)
                                        .isPresent())
                .count();
    }
}
