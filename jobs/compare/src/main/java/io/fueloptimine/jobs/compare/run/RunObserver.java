package io.fueloptimine.jobs.compare.run;

import io.fueloptimine.jobs.simulator.behaviour.OperatorShifts;
import io.fueloptimine.jobs.simulator.observation.CycleRecord;
import io.fueloptimine.jobs.simulator.observation.HauledLoad;
import io.fueloptimine.jobs.simulator.observation.MineObserver;
import io.fueloptimine.jobs.simulator.observation.TruckTimeCategory;
import io.fueloptimine.jobs.simulator.pit.PitSettings;
import io.fueloptimine.models.mine.site.LoadingUnitKind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Adds up what happens in one run. Not thread-safe. */
final class RunObserver implements MineObserver {

    private static final double S_PER_HOUR = 3_600;
    private static final long FIRST_SHIFT =
            OperatorShifts.shiftOf(PitSettings.DEFAULT_START.toEpochMilli());

    private final Map<Haul, Hauled> hauled = new LinkedHashMap<>();
    private final Map<TruckTimeCategory, TimeAndFuel> times =
            new EnumMap<>(TruckTimeCategory.class);
    private final Map<String, Double> loadedLitres = new HashMap<>();
    private final EmptyTrips emptyTrips = new EmptyTrips();
    private final long seed;
    private double hangS;
    private double emptyTravelS;

    RunObserver(long seed) {
        this.seed = seed;
    }

    @Override
    public void hauled(HauledLoad load) {
        hauled.merge(
                new Haul(load.faceId(), load.material(), load.dumpId()),
                new Hauled(1, load.tonnes(), loadedL(load.truckId())),
                Hauled::plus);
        long shift = OperatorShifts.shiftOf(load.atMs()) - FIRST_SHIFT + 1;
        String shiftId = "seed " + seed + " shift " + shift;
        emptyTrips.add(shiftId, load.truckId(), load.faceId(), load.dumpId(), emptyTravelS);
    }

    @Override
    public void time(String truckId, TruckTimeCategory category, double seconds, double litres) {
        if (category == TruckTimeCategory.LOADED) {
            loadedLitres.merge(truckId, litres, Double::sum);
        }
        times.merge(category, new TimeAndFuel(seconds / S_PER_HOUR, litres), TimeAndFuel::plus);
    }

    @Override
    public void cycle(CycleRecord cycle) {
        // The end of a cycle is reported before its load.
        emptyTravelS = cycle.emptyTravelS();
    }

    @Override
    public void load(LoadingUnitKind kind, double loadingS, double waitedS) {
        hangS += waitedS;
    }

    private double loadedL(String truckId) {
        Double litres = loadedLitres.remove(truckId);
        return litres == null ? 0 : litres;
    }

    Map<Haul, Hauled> hauled() {
        return hauled;
    }

    Map<TruckTimeCategory, TimeAndFuel> times() {
        return times;
    }

    EmptyTrips emptyTrips() {
        return emptyTrips;
    }

    double hangHours() {
        return hangS / S_PER_HOUR;
    }
}
