package io.fueloptimine.jobs.simulator.truck;

import io.fueloptimine.jobs.simulator.observation.CycleRecord;
import io.fueloptimine.jobs.simulator.observation.MineObserver;
import io.fueloptimine.jobs.simulator.observation.TruckTimeCategory;
import java.util.Arrays;

/**
 * Reports to the observer how a truck spends its time and fuel, per phase and per haul cycle. Not
 * thread-safe.
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

    /** When the current phase began, ms. */
    long phaseSinceMs() {
        return phaseSinceMs;
    }

    void addBurnt(double litres) {
        phaseL += litres;
    }

    /** Ends a phase: its time and litres belong to the category. The next phase begins. */
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

    void legDriven(double gradePct, boolean loaded, double metres, double speedKph) {
        observer.leg(gradePct, loaded, metres, metres * 3.6 / speedKph);
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

    /** Discards the current cycle. */
    void cancelCycle() {
        cycleSinceMs = -1;
    }

    /** Sets the expected travel time of a trip; only the first one of a cycle counts. */
    void expectTravel(double seconds, boolean loaded) {
        if (loaded && expectedFullS == 0) {
            expectedFullS = seconds;
        } else if (!loaded && expectedEmptyS == 0) {
            expectedEmptyS = seconds;
        }
    }

    /** Reports the cycle; nothing when its beginning was not recorded. */
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
