package io.fueloptimine.jobs.simulator.random;

/**
 * What random numbers are drawn for. Each purpose has its own numbers, so that one draw more or
 * less for one purpose does not shift the numbers of another.
 *
 * <p>The order of the constants determines the numbers; new constants belong at the end.
 */
public enum Purpose {
    /** The state of a machine at the beginning: tank, counters, time of the first trip. */
    BEGINNING,
    ALLOCATED_UNIT,
    ALLOCATED_DUMP,
    STANDBY,
    DELAY,
    PACE_EMPTY,
    PACE_LOADED,
    TRAVEL_TABLE_EMPTY,
    TRAVEL_TABLE_LOADED,
    SPOTTING,
    LOADING,
    PAYLOAD,
    DUMP_HOLD,
    DUMPING,
    MEAL,
    CHANGE_OVER,
    BREAKDOWN,
    REPAIR,
    REFUEL_LEVELS,
    REFUEL_HANDLING,
    REFUSAL,
    NOTE,
    FACE_HOLD,
    HANG
}
