package io.fueloptimine.models.dispatch.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fueloptimine.models.dispatch.assignment.AssignerSettings;
import io.fueloptimine.models.dispatch.assignment.AssignmentDecision;
import io.fueloptimine.models.dispatch.assignment.AssignmentState;
import io.fueloptimine.models.dispatch.assignment.TruckAssigner;
import io.fueloptimine.models.dispatch.assignment.TruckRequest;
import io.fueloptimine.models.dispatch.fleet.FleetState;
import io.fueloptimine.models.dispatch.fleet.TruckState;
import io.fueloptimine.models.dispatch.price.TripCost;
import io.fueloptimine.models.mine.DispatchAssignment;
import io.fueloptimine.models.mine.LoadingUnit;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.ReasonCode;
import io.fueloptimine.models.mine.Task;
import io.fueloptimine.models.mine.Truck;
import io.fueloptimine.models.mine.TruckClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers requests of type assign. */
final class AssignRequest {

    private final SessionMine mine;
    private final SessionPlan plan;
    private final AssignerSettings settings;

    /**
     * @param plan the last plan; null before the first
     */
    AssignRequest(SessionMine mine, SessionPlan plan, AssignerSettings settings) {
        this.mine = mine;
        this.plan = plan;
        this.settings = settings;
    }

    /**
     * Adds the truck's next task to the answer.
     *
     * @return the plan with the trip counted; empty when there is no plan
     */
    Optional<SessionPlan> answer(RequestFields request, ObjectNode answer)
            throws RequestFaultException {
        Instant now = request.time("now");
        RequestFields asking = request.object("truck");
        String id = asking.name("id");
        Truck truck = SessionTrucks.truck(mine, id, SessionTrucks.classOf(mine, asking));
        String place = asking.text("placeId");
        boolean loaded = asking.flag("loaded");
        MineSite site = siteWith(truck);
        RequestedOutlook outlook =
                new RequestedOutlook(mine, site, now, settings.spotS(), settings.dumpS());
        outlook.read(request, id);
        String unitId = loaded ? unitAt(asking, place) : null;
        TruckRequest wanted =
                loaded
                        ? TruckRequest.loaded(id, place, unitId, now)
                        : TruckRequest.empty(id, place, now);
        AssignmentDecision decision =
                new TruckAssigner(site, settings, mine.hauls())
                        .assign(state(outlook, now), wanted, outlook.outlook(), outlook.working())
                        .orElseThrow();
        TruckClass truckClass = site.truckClass(truck.className());
        write(answer, decision.assignment(), truckClass, loaded, place);
        return Optional.ofNullable(plan)
                .map(
                        last ->
                                last.after(
                                        decision.state(),
                                        loaded ? place : null,
                                        truckClass.payloadT()));
    }

    /** The mine of the plan, with the asking truck even when the plan does not have it. */
    private MineSite siteWith(Truck truck) {
        MineSite site = plan == null ? mine.site() : plan.siteLeft();
        List<Truck> trucks = new ArrayList<>(site.trucks());
        trucks.removeIf(other -> other.id().equals(truck.id()));
        trucks.add(truck);
        return mine.with(trucks, site.digPlan());
    }

    private AssignmentState state(RequestedOutlook outlook, Instant now) {
        AssignmentState last =
                plan == null ? AssignmentState.empty(mine.site().site()) : plan.assignments();
        FleetState fleet = last.fleet();
        Map<String, TruckState> trucks = new LinkedHashMap<>();
        outlook.dumpOf()
                .forEach(
                        (id, dump) ->
                                trucks.put(
                                        id,
                                        TruckState.unknown(id)
                                                .withAssignment(
                                                        Task.OFFLOAD,
                                                        dump,
                                                        null,
                                                        null,
                                                        now,
                                                        1,
                                                        List.of(),
                                                        0)));
        return last.with(
                fleet.withTrucks(trucks)
                        .withRoads(
                                fleet.closedSegmentIds(),
                                outlook.downUnitIds(),
                                fleet.extraRollingResistancePct()));
    }

    private String unitAt(RequestFields truck, String place) throws RequestFaultException {
        return mine.site().loadingUnits().stream()
                .filter(unit -> unit.faceId().equals(place))
                .map(LoadingUnit::id)
                .findFirst()
                .orElseThrow(
                        () ->
                                truck.fault(
                                        "placeId",
                                        "the place of a loading unit, because the truck is"
                                                + " loaded"));
    }

    private void write(
            ObjectNode answer,
            DispatchAssignment assignment,
            TruckClass truckClass,
            boolean loaded,
            String place) {
        answer.put("task", assignment.task().wireName());
        answer.put("destinationId", assignment.destinationId());
        if (assignment.destinationEquipmentId() != null) {
            answer.put("unitId", assignment.destinationEquipmentId());
        }
        mine.dumpPlaces().entrySet().stream()
                .filter(dump -> assignment.task() == Task.OFFLOAD)
                .filter(dump -> dump.getValue().equals(assignment.destinationId()))
                .forEach(dump -> answer.put("dumpId", dump.getKey()));
        answer.put("reason", words(assignment.reasonCode()));
        answer.put(
                "expectedLitres",
                mine.hauls()
                        .costs(List.of(), 0)
                        .trip(truckClass, loaded, place, assignment.destinationId())
                        .map(TripCost::litres)
                        .orElse(0.0));
    }

    private static String words(ReasonCode reason) {
        return switch (reason) {
            case PLAN -> "the cheapest destination by the plan";
            case FIXED_PAIR -> "there is no plan: the nearest destination by fuel and waiting";
            case SURPLUS -> "the plan needs fewer trucks of this class";
            case LOW_FUEL -> "the tank is low and a fuel bay is free";
            case CRITICAL_FUEL -> "the tank would not last for another cycle";
            case NO_LOADING_UNIT -> "no loading unit can be reached";
            case NO_WAY -> "no destination can be reached";
            case REJECTED -> "the truck rejected the assignment before";
            case DIVERTED -> "the loading unit broke down";
            case RECALLED -> "a parked truck is needed again";
        };
    }
}
