package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.dispatch.fleet.OpenWork;
import io.fueloptimine.models.dispatch.fleet.TruckState;
import io.fueloptimine.models.dispatch.fleet.WorkStatus;
import io.fueloptimine.models.dispatch.price.HaulCosts;
import io.fueloptimine.models.dispatch.price.HaulModel;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.TruckClass;
import java.time.Instant;
import java.util.Map;

/** Collects what a decision depends on beside its truck. Thread-safe. */
final class DecisionContexts {

    private final MineSite site;
    private final AssignerSettings settings;
    private final HaulModel model;
    private final OpenWork work;
    private final double meanPayloadT;
    private volatile NearestDumps latestDumps;

    /**
     * @param work the faces and dumps to which trucks may be sent
     */
    DecisionContexts(MineSite site, AssignerSettings settings, HaulModel model, OpenWork work) {
        this.site = site;
        this.settings = settings;
        this.model = model;
        this.work = work;
        meanPayloadT =
                site.truckClasses().stream().mapToDouble(TruckClass::payloadT).average().orElse(1);
    }

    /**
     * The context of a decision at a time.
     *
     * @param selfId the truck that is to be assigned; null when it does nothing by its state
     */
    DecisionContext at(AssignmentState state, String selfId, Instant at) {
        FleetOutlook outlook =
                FleetForecast.of(site, state.fleet(), model, hauls(state), settings, selfId, at);
        int working = selfId == null ? 1 : 0;
        for (TruckState truck : state.fleet().trucks().values()) {
            boolean works = truck.status() == WorkStatus.WORKING;
            working += works || truck.truckId().equals(selfId) ? 1 : 0;
        }
        return at(state, selfId, at, outlook, working);
    }

    /**
     * The context when it is known what the other trucks will do.
     *
     * @param selfId the truck that is to be assigned; null for none
     * @param working number of trucks at work, with the one that is to be assigned
     */
    DecisionContext at(
            AssignmentState state, String selfId, Instant at, FleetOutlook outlook, int working) {
        HaulCosts hauls = hauls(state);
        NearestDumps dumps = dumps(hauls);
        WorkTargets targets = WorkTargets.of(site, state, work, settings, at);
        Pace pace =
                Pace.of(
                        outlook,
                        targets,
                        Pace.truckSeconds(dumps, outlook.units(), settings),
                        state.effort().share(settings) * working,
                        meanPayloadT);
        RateLimits limits =
                new RateLimits(
                        new LoadsUnderWay(
                                site,
                                state.fleet(),
                                outlook,
                                selfId,
                                meanPayloadT,
                                settings.dumpS()),
                        targets,
                        hauls,
                        at);
        DispatchPlan plan = state.planAt(at);
        Map<String, Double> ratios = plan == null ? Map.of() : plan.prices().truckRatios();
        return new DecisionContext(
                state.fleet(),
                plan != null,
                hauls,
                work,
                targets,
                outlook,
                limits,
                pace,
                new UnitMatching(
                        settings,
                        hauls,
                        limits,
                        new ClassFit(site, dumps, ratios),
                        state.refusals(),
                        at));
    }

    private HaulCosts hauls(AssignmentState state) {
        return model.costsAt(
                state.fleet().closedSegmentIds(),
                state.fleet().extraRollingResistancePct(),
                state.speeds());
    }

    private NearestDumps dumps(HaulCosts hauls) {
        NearestDumps dumps = latestDumps;
        if (dumps == null || dumps.hauls() != hauls) {
            dumps = new NearestDumps(site, hauls);
            latestDumps = dumps;
        }
        return dumps;
    }
}
