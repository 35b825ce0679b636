package io.fueloptimine.models.dispatch.plan;

import io.fueloptimine.models.dispatch.fleet.FleetClock;
import io.fueloptimine.models.dispatch.fleet.FleetSettings;
import io.fueloptimine.models.dispatch.fleet.FleetState;
import io.fueloptimine.models.dispatch.fleet.FleetTracker;
import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.site.MineSite;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides when the fleet of one mine needs a plan: at the start, on every trigger, and when the
 * interval between plans has passed. All times are event times of the fleet ({@link FleetClock}).
 * Thread-safe.
 */
public final class PlanSchedule {

    private final String site;
    private final FleetTracker tracker;
    private final FleetSettings settings;

    public PlanSchedule(MineSite mine, FleetTracker tracker, FleetSettings settings) {
        this.site = mine.site();
        this.tracker = tracker;
        this.settings = settings;
    }

    /**
     * The cause of the first plan, when every truck has reported or the time to wait for them has
     * passed.
     *
     * @return empty when the first plan is not due yet
     */
    public Optional<PlanTrigger> first(FleetState fleet) {
        Instant at = fleet.clock().at();
        if (at == null) {
            return Optional.empty();
        }
        boolean waitedLongEnough =
                !at.isBefore(fleet.clock().firstAt().plusSeconds(settings.startAfterS()));
        return waitedLongEnough || tracker.hasEveryTruck(fleet)
                ? Optional.of(new PlanTrigger(site, PlanCause.START, null, at))
                : Optional.empty();
    }

    /**
     * The cause of the plan that follows another one.
     *
     * @param timing the timing after the first plan
     * @return empty when no plan is due
     */
    public Optional<PlanTrigger> next(FleetState fleet, PlanTiming timing) {
        Instant at = fleet.clock().at();
        Instant last = timing.lastPlanAt();
        if (at == null) {
            return Optional.empty();
        }
        if (timing.pending() != null && !at.isBefore(last.plusSeconds(settings.planSpacingS()))) {
            return Optional.of(timing.pending());
        }
        if (!at.isBefore(last.plusSeconds(settings.planEveryS()))) {
            return Optional.of(new PlanTrigger(site, PlanCause.CLOCK, null, at));
        }
        return Optional.empty();
    }

    /**
     * The request for a plan of the fleet as it is now.
     *
     * @param cause why the plan is due
     */
    public PlanRequest request(PlanTrigger cause, FleetState fleet) {
        return new PlanRequest(tracker.situation(fleet), cause);
    }
}
