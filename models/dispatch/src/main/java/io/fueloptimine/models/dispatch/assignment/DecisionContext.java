package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.dispatch.fleet.FleetState;
import io.fueloptimine.models.dispatch.fleet.OpenWork;
import io.fueloptimine.models.dispatch.price.HaulCosts;

/**
 * What a decision depends on beside its truck.
 *
 * @param fleet what is known of the fleet
 * @param planned whether a plan is in force
 * @param hauls the costs of trips on the roads as they are
 * @param work the faces and dumps to which trucks may be sent
 * @param targets the tonnes that are left
 * @param outlook what the other trucks will do
 * @param limits whether the highest rates of people leave room for a load
 * @param pace how fast the tonnes are moved
 * @param matching matches trucks and loads
 */
record DecisionContext(
        FleetState fleet,
        boolean planned,
        HaulCosts hauls,
        OpenWork work,
        WorkTargets targets,
        FleetOutlook outlook,
        RateLimits limits,
        Pace pace,
        UnitMatching matching) {}
