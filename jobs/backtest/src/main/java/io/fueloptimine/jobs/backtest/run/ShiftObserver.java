package io.fueloptimine.jobs.backtest.run;

import io.fueloptimine.jobs.backtest.mine.Cell;
import io.fueloptimine.jobs.backtest.mine.EmptyWays;
import io.fueloptimine.jobs.backtest.mine.ShiftMine;
import io.fueloptimine.jobs.compare.run.TimeAndFuel;
import io.fueloptimine.jobs.simulator.observation.HauledLoad;
import io.fueloptimine.jobs.simulator.observation.MineObserver;
import io.fueloptimine.jobs.simulator.observation.TruckTimeCategory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up what happens in one run of a shift. Not thread-safe. */
final class ShiftObserver implements MineObserver {

    private static final double S_PER_HOUR = 3_600;

    private final ShiftMine mine;
    private final SortedMap<Cell, ShiftResult.Moved> moved = new TreeMap<>();
    private final Map<TruckTimeCategory, TimeAndFuel> times =
            new EnumMap<>(TruckTimeCategory.class);
    private final List<EmptyWays.Way> emptyTrips = new ArrayList<>();
    private final Map<String, String> standsAt = new HashMap<>();
    private long lastDumpMs;

    ShiftObserver(ShiftMine mine) {
        this.mine = mine;
        mine.firstPlaces()
                .forEach((truckId, place) -> standsAt.put(truckId, mine.dumpOf().get(place)));
    }

    @Override
    public void hauled(HauledLoad load) {
        String dumpId = mine.dumpOf().get(load.dumpId());
        String faceId = mine.faceOf().get(load.faceId());
        moved.merge(
                new Cell(faceId, dumpId),
                new ShiftResult.Moved(1, load.tonnes()),
                ShiftResult.Moved::plus);
        emptyTrips.add(new EmptyWays.Way(standsAt.put(load.truckId(), dumpId), faceId));
        lastDumpMs = Math.max(lastDumpMs, load.atMs());
    }

    @Override
    public void time(String truckId, TruckTimeCategory category, double seconds, double litres) {
        times.merge(category, new TimeAndFuel(seconds / S_PER_HOUR, litres), TimeAndFuel::plus);
    }

    ShiftResult result(ShiftPolicy policy, long seed, long rejected) {
        Map<String, Integer> lastDumps = new HashMap<>();
        standsAt.values().forEach(dumpId -> lastDumps.merge(dumpId, 1, Integer::sum));
        return new ShiftResult(
                policy.text(),
                mine.shift().number(),
                seed,
                moved,
                times,
                mine.emptyWays().litresOf(emptyTrips),
                mine.emptyWays().leastLitresOf(emptyTrips, lastDumps),
                (lastDumpMs - ShiftMine.START.toEpochMilli()) / 3.6e6,
                rejected);
    }
}
