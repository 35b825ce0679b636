package io.fueloptimine.jobs.simulator.observation;

/** The categories into which the calendar time of a haul truck is divided. */
public enum TruckTimeCategory {
    LOADED,
    EMPTY,
    SHOVEL_QUEUE,
    SPOT,
    LOAD,
    DUMP_QUEUE,
    DUMP,
    /** Travel to the fuel bay or to a parking area. */
    OTHER_TRAVEL,
    OUTSIDE
}
