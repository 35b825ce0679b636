package io.fueloptimine.models.mine;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a machine is doing, in the terms of control rooms. */
public enum ProductionState {
    /** Engine off. */
    OFF,
    /** Travelling empty. */
    DRIVING,
    /** Manoeuvring into the loading position. */
    SPOTTING,
    /** Being loaded; for a loading unit: loading a truck. */
    LOADING,
    /** Travelling loaded. */
    HAULING,
    DUMPING,
    /** Queueing; for a loading unit: waiting for a truck (hang). */
    QUEUED,
    /** Stopped outside a parking place: delay, breakdown, refuelling. */
    STOPPED,
    /** Parked at an assigned place: shift change, standby. */
    PARKED;

    /** The spelling in JSON: first letter upper case, as in control rooms. */
    @JsonValue
    public String wireName() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}
