package io.fueloptimine.models.dispatch.session;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fueloptimine.models.dispatch.assignment.AssignerSettings;
import io.fueloptimine.models.dispatch.assignment.AssignmentState;
import io.fueloptimine.models.dispatch.assignment.AssignmentTracker;
import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.dispatch.fleet.FleetState;
import io.fueloptimine.models.dispatch.fleet.ShiftProgress;
import io.fueloptimine.models.dispatch.fleet.TruckStatus;
import io.fueloptimine.models.dispatch.plan.FleetPlanner;
import io.fueloptimine.models.dispatch.plan.PlannerSettings;
import io.fueloptimine.models.mine.DigPlan;
import io.fueloptimine.models.mine.DispatchPlan;
import io.fueloptimine.models.mine.FaceTarget;
import io.fueloptimine.models.mine.Material;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.PlanCause;
import io.fueloptimine.models.mine.PlanTrigger;
import io.fueloptimine.models.mine.PlannedFlow;
import io.fueloptimine.models.mine.PlannedTruck;
import io.fueloptimine.models.mine.Truck;
import io.fueloptimine.models.mine.input.MineJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The last plan of a session and the trips assigned by it. Immutable.
 *
 * @param site the mine with the trucks and the dig plan of the request
 * @param plan the plan
 * @param assignments the trips assigned since
 */
record SessionPlan(MineSite site, DispatchPlan plan, AssignmentState assignments) {

    private static final int MOST = 5_000;
    private static final double MAX_TONNES = 1e7;

    /** Solves a request of type plan. */
    static SessionPlan solve(
            SessionMine mine,
            PlannerSettings settings,
            AssignerSettings assigner,
            RequestFields request)
            throws RequestFaultException {
        Instant now = request.time("now");
        Map<String, Boolean> available = new LinkedHashMap<>();
        List<Truck> trucks = trucks(mine, request, available);
        DigPlan digPlan = digPlan(mine, request);
        MineSite site = mine.with(trucks, digPlan);
        FleetSituation ready = FleetSituation.allReady(site, now);
        FleetSituation situation =
                new FleetSituation(
                        site.site(),
                        now,
                        List.of(),
                        available.entrySet().stream()
                                .filter(truck -> !truck.getValue())
                                .map(Map.Entry::getKey)
                                .toList(),
                        trucks.stream().map(truck -> TruckStatus.ready(truck.id())).toList(),
                        ready.measuredLoadingS(),
                        0);
        // Without roads, the times are those of the request's tables.
        PlannerSettings fitting = site.roads().isEmpty() ? settings.forGivenTimes() : settings;
        FleetPlanner planner = new FleetPlanner(site, fitting, mine.hauls());
        DispatchPlan plan =
                planner.plan(situation, new PlanTrigger(site.site(), PlanCause.START, null, now));
        AssignmentState assignments =
                new AssignmentTracker(site).planned(AssignmentState.empty(site.site()), plan);
        return new SessionPlan(
                site, plan, assignments.with(assignments.fleet().with(progress(digPlan, now))));
    }

    private static ShiftProgress progress(DigPlan digPlan, Instant now) {
        Map<String, Double> leftT = new LinkedHashMap<>();
        digPlan.faces().forEach(face -> leftT.put(face.faceId(), face.shiftTonnes()));
        return new ShiftProgress(now, leftT, List.of());
    }

    /** The plan after an assignment; a load counts when its truck is sent to a dump. */
    SessionPlan after(AssignmentState newAssignments, String loadedAtFaceId, double payloadT) {
        FleetState fleet = newAssignments.fleet();
        return loadedAtFaceId == null
                ? with(newAssignments)
                : with(
                        newAssignments.with(
                                fleet.with(fleet.progress().loaded(loadedAtFaceId, payloadT))));
    }

    /**
     * The mine with the tonnes that are left. When all tonnes are met, every face is open, because
     * the other program decides when work ends.
     */
    MineSite siteLeft() {
        boolean met =
                assignments.fleet().progress().faceLeftT().values().stream()
                        .allMatch(leftT -> leftT <= 0);
        return met ? site.withDigPlan(DigPlan.of()) : site;
    }

    SessionPlan with(AssignmentState newAssignments) {
        return new SessionPlan(site, plan, newAssignments);
    }

    ObjectNode toJson() {
        ObjectNode json = MineJson.mapper().createObjectNode();
        json.put("status", plan.solverState().name());
        json.put("litresPerHour", plan.plannedLph());
        json.put("boundLitresPerHour", plan.boundLph());
        json.put("gap", plan.gap());
        ObjectNode inService = json.putObject("trucksInService");
        plan.trucksInService().forEach(inService::put);
        ArrayNode flows = json.putArray("flows");
        for (PlannedFlow flow : plan.flows()) {
            ObjectNode each = flows.addObject();
            each.put("class", flow.equipmentClass());
            each.put("from", flow.fromLocationId());
            each.put("to", flow.toLocationId());
            each.put("loaded", flow.loaded());
            each.put("tripsPerHour", flow.tripsPerHour());
            each.put("litresPerTrip", flow.litresPerTrip());
            each.put("tonnesPerHour", flow.tonnesPerHour());
        }
        ArrayNode trucks = json.putArray("trucks");
        for (PlannedTruck truck : plan.trucks()) {
            ObjectNode each = trucks.addObject();
            each.put("id", truck.truckId());
            each.put("inService", truck.inService());
            each.put("faceId", truck.faceId());
            each.put("dumpId", truck.dumpId());
            each.put("reason", truck.reason());
        }
        ArrayNode unmet = json.putArray("unmet");
        plan.unmet().forEach(unmet::add);
        return json;
    }

    private static List<Truck> trucks(
            SessionMine mine, RequestFields request, Map<String, Boolean> available)
            throws RequestFaultException {
        List<Truck> trucks = new ArrayList<>();
        for (RequestFields each : request.objects("trucks", MOST)) {
            String id = each.name("id");
            String className = SessionTrucks.classOf(mine, each);
            if (available.putIfAbsent(id, each.flag("available", true)) != null) {
                throw each.fault("id", "each truck once");
            }
            trucks.add(SessionTrucks.truck(mine, id, className));
        }
        return trucks;
    }

    /** The rates that move what is left of each face within the horizon. */
    private static DigPlan digPlan(SessionMine mine, RequestFields request)
            throws RequestFaultException {
        double horizonHours = request.number("horizonHours", 0.01, 1_000);
        List<FaceTarget> faces = new ArrayList<>();
        for (RequestFields each : request.objects("digPlan", MOST)) {
            String faceId = each.text("faceId");
            Material material = each.word("material", Material.class);
            boolean dug =
                    mine.site().loadingUnits().stream()
                            .anyMatch(u -> u.faceId().equals(faceId) && u.material() == material);
            if (!dug) {
                throw each.fault("faceId", "the place of a loading unit that digs " + material);
            }
            double leftT =
                    each.number("shiftTonnes", 0, MAX_TONNES)
                            - each.number("doneTonnes", 0, MAX_TONNES, 0);
            faces.add(
                    new FaceTarget(
                            faceId,
                            material,
                            Math.max(0, leftT),
                            (int) each.number("priority", 1, MOST, 1),
                            destinations(mine, each),
                            0,
                            true));
        }
        return new DigPlan(horizonHours, faces, List.of(), DigPlan.GradeBand.ANY);
    }

    private static List<String> destinations(SessionMine mine, RequestFields face)
            throws RequestFaultException {
        List<String> places = new ArrayList<>();
        List<String> named =
                face.has("destinations") ? face.texts("destinations", MOST) : List.of();
        for (String dump : named) {
            String place = mine.dumpPlaces().getOrDefault(dump, dump);
            if (mine.site().dump(place).isEmpty()) {
                throw face.fault("destinations", "dumps of the mine");
            }
            places.add(place);
        }
        return places;
    }
}
