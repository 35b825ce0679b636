package io.fueloptimine.models.dispatch.assignment;

import java.util.List;

/**
 * What will happen at the loading units, and which other trucks will be free soon. Used for a
 * single decision.
 *
 * @param units the loading units that are in service
 * @param soonFree the trucks that will need a loading unit; the truck that is to be assigned is not
 *     one of them
 */
public record FleetOutlook(List<UnitOutlook> units, List<FreeTruck> soonFree) {}
