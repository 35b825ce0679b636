package io.fueloptimine.models.mine.reading;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The activity of a machine, in the terms that control rooms use. */
public enum ProductionState {
    /** The engine is off. */
    OFF,
    /** Travelling empty. */
    DRIVING,
    /** Manoeuvring into the loading position. */
    SPOTTING,
    /** Being loaded; for a loading unit, loading a truck. */
    LOADING,
    /** Travelling loaded. */
    HAULING,
    DUMPING,
    /** Queueing; for a loading unit, waiting for a truck (hang). */
    QUEUED,
    /**
     * Stopped outside a parking place, for example because of a delay, a breakdown or a refuelling.
     */
    STOPPED,
    /** Parked at an assigned place, for example during a shift change or on standby. */
    PARKED;

    /**
     * The name of the state in JSON, with the first letter in upper case, as control rooms write
     * it.
     */
    @JsonValue
    public String wireName() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}
