package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.dispatch.fleet.FleetSettings;
import io.fueloptimine.models.dispatch.fleet.FleetTracker;
import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.reading.StateChange;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.MineSite;
import java.time.Instant;
import java.util.List;

/** Changes of the fleet, applied to the state of the assignment. */
final class FleetChanges {

    private final MineSite site;
    private final FleetTracker fleets;

    FleetChanges(MineSite site) {
        this.site = site;
        this.fleets = new FleetTracker(site, FleetSettings.DEFAULT);
    }

    AssignmentState truck(AssignmentState state, String id, StateChange change, Instant at) {
        Reading reading =
                new Reading(
                        site.site(),
                        EquipmentKind.HAULTRUCK,
                        id,
                        ReadingStream.STATE,
                        0,
                        at,
                        at,
                        false,
                        List.of(),
                        null,
                        change,
                        null,
                        null,
                        null,
                        null);
        return state.with(fleets.withReading(state.fleet(), reading));
    }

    AssignmentState machine(AssignmentState state, String id, boolean up) {
        PlanCause cause = up ? PlanCause.MACHINE_UP : PlanCause.MACHINE_DOWN;
        PlanTrigger trigger = new PlanTrigger(site.site(), cause, id, Instant.EPOCH);
        return state.with(fleets.withTrigger(state.fleet(), trigger));
    }
}
