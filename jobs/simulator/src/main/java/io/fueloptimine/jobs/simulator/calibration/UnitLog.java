package io.fueloptimine.jobs.simulator.calibration;

import io.fueloptimine.models.mine.site.LoadingUnitKind;
import java.util.Map;

/**
 * How long a loading unit waits for trucks before each load, from the messages of unit and trucks.
 */
final class UnitLog {

    private final LoadingUnitKind kind;
    private long waitingSinceMs = -1;
    private double hangS;

    UnitLog(LoadingUnitKind kind) {
        this.kind = kind;
    }

    LoadingUnitKind kind() {
        return kind;
    }

    /** A truck has arrived, which ends the wait. */
    void truckArrived(long atMs) {
        endWait(atMs);
    }

    /** Adds a change of the unit's state; returns the hang time of a load that begins, s, or -1. */
    double changeState(Map<String, Object> body, long atMs) {
        endWait(atMs);
        String state = (String) body.get("state");
        if (state.equals("Queued")) {
            waitingSinceMs = atMs;
        } else if (state.equals("Loading")) {
            double before = hangS;
            hangS = 0;
            return before;
        }
        return -1;
    }

    private void endWait(long atMs) {
        if (waitingSinceMs >= 0) {
            hangS += (atMs - waitingSinceMs) / 1_000.0;
            waitingSinceMs = -1;
        }
    }
}
