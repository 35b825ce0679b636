package io.fueloptimine.models.dispatch.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fueloptimine.models.dispatch.assignment.AssignerSettings;
import io.fueloptimine.models.dispatch.assignment.AssignmentDecision;
import io.fueloptimine.models.dispatch.assignment.AssignmentState;
import io.fueloptimine.models.dispatch.assignment.TruckAssigner;
import io.fueloptimine.models.dispatch.assignment.TruckRequest;
import io.fueloptimine.models.dispatch.fleet.FleetState;
import io.fueloptimine.models.dispatch.price.TripCost;
import io.fueloptimine.models.mine.DispatchAssignment;
import io.fueloptimine.models.mine.LoadingUnit;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.ReasonCode;
import io.fueloptimine.models.mine.Task;
import io.fueloptimine.models.mine.Truck;
import io.fueloptimine.models.mine.TruckClass;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers requests of type assign. */
final class AssignRequest {

    private static final int MOST = 5_000;
    private static final double MILLIS_PER_SECOND = 1_000;

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
        List<String> down = new ArrayList<>();
        Map<String, ArrivalQueues.UnitState> units = units(request, now, down);
        ArrivalQueues queues =
                new ArrivalQueues(units, arrivals(request, id, now), settings.spotS());

        MineSite site = mine.with(List.of(truck), mine.site().digPlan());
        TruckRequest wanted =
                loaded
                        ? TruckRequest.loaded(id, place, unitAt(asking, place), now)
                        : TruckRequest.empty(id, place, now);
        AssignmentDecision decision =
                new TruckAssigner(site, settings, mine.hauls())
                        .assign(state(down), wanted, queues)
                        .orElseThrow();
        write(answer, decision.assignment(), site.truckClass(truck.className()), loaded, place);
        return Optional.ofNullable(plan).map(last -> last.with(decision.state()));
    }

    private AssignmentState state(List<String> down) {
        AssignmentState last =
                plan == null ? AssignmentState.empty(mine.site().site()) : plan.assignments();
        FleetState fleet = last.fleet();
        return last.with(
                fleet.withTrucks(Map.of())
                        .withRoads(
                                fleet.closedSegmentIds(), down, fleet.extraRollingResistancePct()));
    }

    private Map<String, ArrivalQueues.UnitState> units(
            RequestFields request, Instant now, List<String> down) throws RequestFaultException {
        Map<String, ArrivalQueues.UnitState> units = new HashMap<>();
        if (!request.has("units")) {
            return units;
        }
        for (RequestFields each : request.objects("units", MOST)) {
            String id = each.text("id");
            if (mine.site().loadingUnit(id).isEmpty()) {
                throw each.fault("id", "a loading unit of the mine");
            }
            if (each.flag("down", false)) {
                down.add(id);
            }
            double freeInS =
                    each.has("freeAt") ? Math.max(0, secondsFrom(now, each.time("freeAt"))) : 0;
            int waiting = (int) each.number("queue", 0, MOST, 0);
            units.put(id, new ArrivalQueues.UnitState(waiting, freeInS));
        }
        return units;
    }

    /** When other trucks arrive at each loading unit, s from now. */
    private Map<String, List<Double>> arrivals(RequestFields request, String id, Instant now)
            throws RequestFaultException {
        Map<String, List<Double>> arrivals = new HashMap<>();
        if (!request.has("trucks")) {
            return arrivals;
        }
        for (RequestFields each : request.objects("trucks", MOST)) {
            boolean other = !each.text("id").equals(id);
            Task task = task(each);
            if (other && task == Task.LOAD && each.has("arrivesAt")) {
                double arrivesInS = secondsFrom(now, each.time("arrivesAt"));
                // A truck that has arrived is part of the unit's queue.
                if (arrivesInS > 0) {
                    arrivals.computeIfAbsent(unitOf(each), unused -> new ArrayList<>())
                            .add(arrivesInS);
                }
            }
        }
        return arrivals;
    }

    private static Task task(RequestFields truck) throws RequestFaultException {
        return truck.has("task") ? truck.word("task", Task.class) : null;
    }

    /** The loading unit of a truck's destination, which may be the unit or its place. */
    private String unitOf(RequestFields truck) throws RequestFaultException {
        String destination = truck.text("destinationId");
        return mine.site().loadingUnits().stream()
                .filter(u -> u.id().equals(destination) || u.faceId().equals(destination))
                .map(LoadingUnit::id)
                .findFirst()
                .orElseThrow(() -> truck.fault("destinationId", "a loading unit or its place"));
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

    private static double secondsFrom(Instant now, Instant at) {
        return Duration.between(now, at).toMillis() / MILLIS_PER_SECOND;
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
