package io.fueloptimine.jobs.simulator.truck;

import io.fueloptimine.jobs.simulator.allocation.TruckAllocation;
import io.fueloptimine.jobs.simulator.note.OperatorNotes;
import io.fueloptimine.jobs.simulator.site.PitContext;
import io.fueloptimine.jobs.simulator.station.Stations;

/**
 * What a truck interacts with.
 *
 * @param allocation chooses its stations while it has no assignment
 * @param notes publishes the notes of its operator
 */
public record TruckSurroundings(
        PitContext context, Stations stations, TruckAllocation allocation, OperatorNotes notes) {}
