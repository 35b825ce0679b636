package io.fueloptimine.jobs.simulator.pit;

/** Where a truck's calendar time is booked. */
enum TruckAccount {
    LOADED,
    EMPTY,
    SHOVEL_QUEUE,
    SPOT,
    LOAD,
    DUMP_QUEUE,
    DUMP,
    OUTSIDE
}
