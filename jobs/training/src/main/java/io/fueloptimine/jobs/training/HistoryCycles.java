package io.fueloptimine.jobs.training;

import io.fueloptimine.models.cycle.CycleBuilder;
import io.fueloptimine.models.cycle.CycleEvent;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.reading.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Builds the haul cycles of a history with the same code as the streaming job fuel. The readings of
 * one minute are processed together; the caller must pass the minutes in ascending order. Not
 * thread-safe.
 */
final class HistoryCycles implements Consumer<Reading> {

    private static final long MINUTE_MS = 60_000;

    private final String site;
    private final Map<String, CycleBuilder> logs = new TreeMap<>();
    private final Map<String, List<CycleEvent>> waiting = new TreeMap<>();
    private final List<HaulCycle> cycles = new ArrayList<>();
    private long minute = Long.MIN_VALUE;

    HistoryCycles(String site) {
        this.site = site;
    }

    @Override
    public void accept(Reading reading) {
        if (!CycleEvent.isCycleInput(reading)) {
            return;
        }
        long itsMinute = Math.floorDiv(reading.time().toEpochMilli(), MINUTE_MS);
        if (itsMinute > minute) {
            close();
            minute = itsMinute;
        }
        waiting.computeIfAbsent(reading.machineId(), id -> new ArrayList<>())
                .add(CycleEvent.of(reading));
    }

    /**
     * All haul cycles that ended in a complete minute, in the order of these minutes. A minute is
     * complete when a reading of a later minute has arrived.
     */
    List<HaulCycle> cycles() {
        return List.copyOf(cycles);
    }

    private void close() {
        waiting.forEach(
                (truckId, events) ->
                        cycles.addAll(
                                logs.computeIfAbsent(truckId, id -> new CycleBuilder())
                                        .addAll(events, site, truckId)));
        waiting.clear();
    }
}
