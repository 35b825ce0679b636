package io.fueloptimine.models.cycle;

import io.fueloptimine.models.mine.ProductionState;
import io.fueloptimine.models.mine.StateChange;

/**
 * The cycle a truck is in: what has been seen of it so far. Times are ms since the epoch, {@link
 * #NEVER} when not seen. A mutable state type; all fields are for Flink.
 */
public final class CycleDraft {

    /** Not seen. */
    public static final long NEVER = Long.MIN_VALUE;

    public long assignedAt = NEVER;
    public long loadArrivedAt = NEVER;
    public long fullAt = NEVER;
    public long dumpArrivedAt = NEVER;

    /** Whether it has been loaded and not yet dumped. */
    public boolean loaded;

    /** Whether dumping itself was seen. */
    public boolean dumpSeen;

    public String operatorId;
    public String loadingUnitId;
    public String loadLocationId;
    public String dumpLocationId;

    /** Tonnes as its state changes told, t; null when they did not. */
    public Double payloadT;

    /** Elevation when loading ended and when it arrived at the dump, m; null when unknown. */
    public Double fullElevationM;

    public Double dumpElevationM;

    public double emptyTravelS;
    public double loadQueueS;
    public double spotS;
    public double loadingS;
    public double fullTravelS;
    public double dumpQueueS;
    public double dumpingS;

    /** For Flink. */
    public CycleDraft() {}

    /** Books time spent in a state. Stops and parking belong to no part of the cycle. */
    void spend(ProductionState state, double seconds) {
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

    /** The truck enters a state. */
    void enter(ProductionState state, long millis, Double elevationM) {
        switch (state) {
            case DRIVING -> assignedAt = assignedAt == NEVER ? millis : assignedAt;
            case QUEUED, SPOTTING -> arrive(millis, elevationM);
            case LOADING -> {
                // Two loads without a dump between: the second one counts.
                loaded = false;
                arrive(millis, elevationM);
            }
            case HAULING -> fill(millis, elevationM);
            case DUMPING -> {
                loaded = true;
                dumpSeen = true;
                arrive(millis, elevationM);
            }
            case OFF, STOPPED, PARKED -> {}
        }
    }

    /** Takes what a change of state tells of places, people and tonnes. */
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

    /** Whether the whole of it was seen, from setting out to the dump. */
    boolean isWhole() {
        // After lost states an earlier arrival may remain from before the truck set out.
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

    private void fill(long millis, Double elevationM) {
        if (!loaded) {
            loaded = true;
            fullAt = millis;
            fullElevationM = elevationM;
        }
    }
}
