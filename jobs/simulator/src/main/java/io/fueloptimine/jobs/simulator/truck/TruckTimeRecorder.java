package io.fueloptimine.jobs.simulator.truck;

import io.fueloptimine.jobs.simulator.observation.CycleRecord;
import io.fueloptimine.jobs.simulator.observation.MineObserver;
import io.fueloptimine.jobs.simulator.observation.TruckTimeCategory;
import java.util.Arrays;

/**
 * Measures the time and fuel of a truck per phase and per haul cycle, and reports them to the
 * observer. Not thread-safe.
 */
final class TruckTimeRecorder {

    private final MineObserver observer;
    private final String truckId;
    private final double[] cycleSeconds = new double[TruckTimeCategory.values().length];
    private long phaseSinceMs;
    private double phaseL;
    private long cycleSinceMs = -1;
    private double emptyM;
    private double fullM;
    private double expectedEmptyS;
    private double expectedFullS;

    TruckTimeRecorder(MineObserver observer, String truckId, long nowMs) {
        this.observer = observer;
        this.truckId = truckId;
        phaseSinceMs = nowMs;
    }

    /** The time at which the current phase began, in ms since the epoch. */
    long phaseSinceMs() {
        return phaseSinceMs;
    }

    void addBurnt(double litres) {
        phaseL += litres;
    }

    /**
     * Ends the current phase, reports its duration and litres in the given category, and begins the
     * next phase.
     */
    void endPhase(TruckTimeCategory category, long nowMs) {
        double seconds = (nowMs - phaseSinceMs) / 1_000.0;
        observer.time(truckId, category, seconds, phaseL);
        cycleSeconds[category.ordinal()] += seconds;
        beginPhase(nowMs);
    }

    void beginPhase(long nowMs) {
        phaseSinceMs = nowMs;
        phaseL = 0;
    }

    void legDriven(double gradePct, boolean loaded, double metres, double seconds) {
        observer.leg(gradePct, loaded, metres, seconds);
        if (loaded) {
            fullM += metres;
        } else {
            emptyM += metres;
        }
    }

    void beginCycle(long nowMs) {
        cycleSinceMs = nowMs;
        Arrays.fill(cycleSeconds, 0);
        emptyM = 0;
        fullM = 0;
        expectedEmptyS = 0;
        expectedFullS = 0;
    }

    /** Discards the current haul cycle, so that it is not reported. */
    void cancelCycle() {
        cycleSinceMs = -1;
    }

    /**
     * Sets the expected travel time of the loaded or empty trip. Only the first value per haul
     * cycle is used.
     */
    void expectTravel(double seconds, boolean loaded) {
        if (loaded && expectedFullS == 0) {
            expectedFullS = seconds;
        } else if (!loaded && expectedEmptyS == 0) {
            expectedEmptyS = seconds;
        }
    }

    /**
     * Ends the haul cycle and reports it. A cycle whose beginning was not recorded is not reported.
     */
    void endCycle(long nowMs, double payloadT) {
        if (cycleSinceMs < 0) {
            return;
        }
        observer.cycle(
                new CycleRecord(
                        (nowMs - cycleSinceMs) / 1_000.0,
                        payloadT,
                        emptyM,
                        fullM,
                        seconds(TruckTimeCategory.EMPTY),
                        seconds(TruckTimeCategory.LOADED),
                        expectedEmptyS,
                        expectedFullS,
                        seconds(TruckTimeCategory.SHOVEL_QUEUE),
                        seconds(TruckTimeCategory.SPOT),
                        seconds(TruckTimeCategory.LOAD),
                        seconds(TruckTimeCategory.DUMP_QUEUE),
                        seconds(TruckTimeCategory.DUMP)));
        cycleSinceMs = -1;
    }

    private double seconds(TruckTimeCategory category) {
        return cycleSeconds[category.ordinal()];
    }
}
