package io.fueloptimine.models.cycle;

import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.StateChange;

/**
 * A truck's current, unfinished cycle. Times are in ms since the epoch; the time of an event that
 * was not observed is {@link #NEVER}. Mutable state type; fields are public for Flink's POJO
 * serializer.
 */
public final class CycleDraft {

    /** The time of an event that was not observed. */
    public static final long NEVER = Long.MIN_VALUE;

    public long assignedAt = NEVER;
    public long loadArrivedAt = NEVER;
    public long fullAt = NEVER;
    public long dumpArrivedAt = NEVER;

    /** Whether the truck is loaded. */
    public boolean loaded;

    /** Whether a dumping state was observed. */
    public boolean dumpSeen;

    public String operatorId;
    public String loadingUnitId;
    public String loadLocationId;
    public String dumpLocationId;

    /** Payload that a change of state reported, t; null when none reported a payload. */
    public Double payloadT;

    /** Elevation at the end of loading and on arrival at the dump, m; null when unknown. */
    public Double fullElevationM;

    public Double dumpElevationM;

    public double emptyTravelS;
    public double loadQueueS;
    public double spotS;
    public double loadingS;
    public double fullTravelS;
    public double dumpQueueS;
    public double dumpingS;

    /** Used by Flink's POJO serializer. */
    public CycleDraft() {}

    /** Adds time spent in a state, s. Time spent stopped or parked is not part of a cycle. */
    void addTime(ProductionState state, double seconds) {
        switch (state) {
            case DRIVING -> emptyTravelS += seconds;
            case HAULING -> fullTravelS += seconds;
            case LOADING -> loadingS += seconds;
            case DUMPING -> dumpingS += seconds;
            case QUEUED -> {
                loadQueueS += loaded ? 0 : seconds;
                dumpQueueS += loaded ? seconds : 0;
            }
            case SPOTTING -> {
                spotS += loaded ? 0 : seconds;
                dumpingS += loaded ? seconds : 0;
            }
            case OFF, STOPPED, PARKED -> {}
        }
    }

    /** Records that the truck entered a state. */
    void enter(ProductionState state, long millis, Double elevationM) {
        switch (state) {
            case DRIVING -> assignedAt = assignedAt == NEVER ? millis : assignedAt;
            case QUEUED, SPOTTING -> arrive(millis, elevationM);
            case LOADING -> {
                // Two loads without dumping in between: only the second one counts.
                loaded = false;
                arrive(millis, elevationM);
            }
            case HAULING -> endLoading(millis, elevationM);
            case DUMPING -> {
                loaded = true;
                dumpSeen = true;
                arrive(millis, elevationM);
            }
            case OFF, STOPPED, PARKED -> {}
        }
    }

    /** Records the locations, operator and payload of a change of state. */
    void describe(StateChange change) {
        operatorId = change.operatorId() == null ? operatorId : change.operatorId();
        if (change.state() == ProductionState.LOADING) {
            loadLocationId = change.locationId();
            loadingUnitId = change.counterpartId();
        }
        if (change.state() == ProductionState.DUMPING) {
            dumpLocationId = change.locationId();
        }
        boolean carries =
                change.state() == ProductionState.HAULING
                        || change.state() == ProductionState.DUMPING;
        if (carries && change.payloadT() != null && change.payloadT() > 0) {
            payloadT = change.payloadT();
        }
    }

    /**
     * Whether the start of empty travel, the arrival at loading and the end of loading were
     * observed in this order. When changes of state were lost, the recorded arrival may be earlier
     * than the start of empty travel; such a cycle is not complete.
     */
    boolean isComplete() {
        return assignedAt != NEVER && assignedAt <= loadArrivedAt && loadArrivedAt <= fullAt;
    }

    private void arrive(long millis, Double elevationM) {
        if (loaded) {
            dumpArrivedAt = dumpArrivedAt == NEVER ? millis : dumpArrivedAt;
            dumpElevationM = dumpElevationM == null ? elevationM : dumpElevationM;
        } else {
            loadArrivedAt = loadArrivedAt == NEVER ? millis : loadArrivedAt;
        }
    }

    private void endLoading(long millis, Double elevationM) {
        if (!loaded) {
            loaded = true;
            fullAt = millis;
            fullElevationM = elevationM;
        }
    }
}
