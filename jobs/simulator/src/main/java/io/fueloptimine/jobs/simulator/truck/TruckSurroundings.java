package io.fueloptimine.jobs.simulator.truck;

import io.fueloptimine.jobs.simulator.allocation.TruckAllocation;
import io.fueloptimine.jobs.simulator.note.OperatorNotes;
import io.fueloptimine.jobs.simulator.site.PitContext;
import io.fueloptimine.jobs.simulator.station.Stations;

/**
 * The objects with which a truck interacts.
 *
 * @param allocation chooses the loading unit and dump of a truck without assignment
 * @param notes publishes the notes of the truck's operator
 */
public record TruckSurroundings(
        PitContext context, Stations stations, TruckAllocation allocation, OperatorNotes notes) {}
