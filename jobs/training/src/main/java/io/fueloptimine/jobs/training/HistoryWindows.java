package io.fueloptimine.jobs.training;

import io.fueloptimine.models.fuel.FuelWindowAccumulator;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.reading.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Computes one-minute fuel windows from the telemetry of haul trucks, with the same arithmetic as
 * the streaming job fuel. The caller must pass readings in order of time. Not thread-safe.
 */
final class HistoryWindows implements Consumer<Reading> {

    private static final long WINDOW_MS = 60_000;

    private final Map<String, FuelWindowAccumulator> open = new HashMap<>();
    private final List<FuelWindow> closed = new ArrayList<>();
    private long startMs;
    private long empty;

    HistoryWindows(Instant start) {
        startMs = startOf(start);
    }

    @Override
    public void accept(Reading reading) {
        if (reading.telemetry() == null) {
            return;
        }
        if (startOf(reading.time()) > startMs) {
            close();
            startMs = startOf(reading.time());
        }
        open.computeIfAbsent(reading.machineId(), id -> new FuelWindowAccumulator()).add(reading);
    }

    /** All complete windows. A window is complete when a reading of a later minute has arrived. */
    List<FuelWindow> windows() {
        return List.copyOf(closed);
    }

    /**
     * Number of complete minutes of machines without a window, because their readings contain no
     * fuel data.
     */
    long empty() {
        return empty;
    }

    private void close() {
        Instant start = Instant.ofEpochMilli(startMs);
        Instant end = Instant.ofEpochMilli(startMs + WINDOW_MS);
        for (FuelWindowAccumulator window : open.values()) {
            window.toWindow(start, end, 0).ifPresentOrElse(closed::add, () -> empty++);
        }
        open.clear();
    }

    private static long startOf(Instant time) {
        return Math.floorDiv(time.toEpochMilli(), WINDOW_MS) * WINDOW_MS;
    }
}
