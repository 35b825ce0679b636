package io.fueloptimine.jobs.training;

import io.fueloptimine.models.cycle.CycleBuilder;
import io.fueloptimine.models.cycle.CycleEvent;
import io.fueloptimine.models.mine.HaulCycle;
import io.fueloptimine.models.mine.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Builds the haul trucks' cycles with the code of the streaming job, which takes the readings of
 * one minute at a time. Needs readings in the order of their minutes. Not thread-safe.
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

    /** All cycles that ended in minutes that are complete, in the order of their minutes. */
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
