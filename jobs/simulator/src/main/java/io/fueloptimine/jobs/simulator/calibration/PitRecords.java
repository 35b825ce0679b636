package io.fueloptimine.jobs.simulator.calibration;

import io.fueloptimine.jobs.simulator.observation.CycleRecord;
import io.fueloptimine.jobs.simulator.observation.MineObserver;
import io.fueloptimine.jobs.simulator.observation.TruckTimeCategory;
import java.util.HashMap;
import java.util.Map;

/**
 * What the calibration needs of the pit and no message contains: the litres burnt by kind of hours,
 * and travel times divided by those of the fleet system's travel table.
 */
final class PitRecords implements MineObserver {

    private static final double HIGHEST_RATIO = 5;

    private final Map<String, double[]> burntL = new HashMap<>();
    private Sample emptyRatio = new Sample();
    private Sample loadedRatio = new Sample();

    /** Forgets the travel times up to now. */
    void startMeasuring() {
        emptyRatio = new Sample();
        loadedRatio = new Sample();
    }

    Sample emptyRatio() {
        return emptyRatio;
    }

    Sample loadedRatio() {
        return loadedRatio;
    }

    /** The litres burnt by {@link BurnKind} since the last call for this truck. */
    double[] takeBurntL(String truckId) {
        double[] taken = burntL.remove(truckId);
        return taken == null ? new double[BurnKind.values().length] : taken;
    }

    @Override
    public void time(String truckId, TruckTimeCategory category, double seconds, double litres) {
        burntL.computeIfAbsent(truckId, id -> new double[BurnKind.values().length])[
                        BurnKind.of(category).ordinal()] +=
                litres;
    }

    @Override
    public void cycle(CycleRecord cycle) {
        addRatio(emptyRatio, cycle.emptyTravelS() / cycle.expectedEmptyS());
        addRatio(loadedRatio, cycle.fullTravelS() / cycle.expectedFullS());
    }

    private static void addRatio(Sample sample, double ratio) {
        if (ratio > 0 && ratio < HIGHEST_RATIO) {
            sample.add(ratio);
        }
    }
}
