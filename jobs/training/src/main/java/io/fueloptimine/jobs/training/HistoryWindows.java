package io.fueloptimine.jobs.training;

import io.fueloptimine.jobs.simulator.pit.MachineMessage;
import io.fueloptimine.models.fuel.FuelWindowAccumulator;
import io.fueloptimine.models.mine.EquipmentKind;
import io.fueloptimine.models.mine.FuelWindow;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.ReadingStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Cuts the haul trucks' telemetry into one-minute windows, with the same arithmetic as the
 * streaming job. Takes messages in order of time. Not thread-safe.
 */
final class HistoryWindows implements Consumer<MachineMessage> {

    private static final long WINDOW_MS = 60_000;

    private final String site;
    private final Map<String, FuelWindowAccumulator> open = new HashMap<>();
    private final List<FuelWindow> closed = new ArrayList<>();
    private long startMs;

    HistoryWindows(String site, Instant start) {
        this.site = site;
        startMs = startOf(start);
    }

    @Override
    public void accept(MachineMessage message) {
        if (message.kind() != EquipmentKind.HAULTRUCK
                || message.stream() != ReadingStream.TELEMETRY) {
            return;
        }
        if (startOf(message.time()) > startMs) {
            close();
            startMs = startOf(message.time());
        }
        open.computeIfAbsent(message.machineId(), id -> new FuelWindowAccumulator())
                .add(reading(message));
    }

    /** All windows that are complete. */
    List<FuelWindow> windows() {
        return List.copyOf(closed);
    }

    private void close() {
        Instant start = Instant.ofEpochMilli(startMs);
        Instant end = Instant.ofEpochMilli(startMs + WINDOW_MS);
        open.values().forEach(window -> window.toWindow(start, end, 0).ifPresent(closed::add));
        open.clear();
    }

    private Reading reading(MachineMessage message) {
        return new Reading(
                site,
                message.kind(),
                message.machineId(),
                message.stream(),
                message.sequence(),
                message.time(),
                message.time(),
                false,
                List.of(),
                TelemetryBody.telemetry(message.body()),
                null,
                null,
                null,
                null,
                null);
    }

    private static long startOf(Instant time) {
        return Math.floorDiv(time.toEpochMilli(), WINDOW_MS) * WINDOW_MS;
    }
}
