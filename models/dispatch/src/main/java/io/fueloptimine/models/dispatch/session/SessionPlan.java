package io.fueloptimine.models.dispatch.session;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.dispatch.fleet.TruckStatus;
import io.fueloptimine.models.dispatch.plan.FleetPlanner;
import io.fueloptimine.models.dispatch.plan.PlannerSettings;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.dispatch.PlannedFlow;
import io.fueloptimine.models.mine.dispatch.PlannedTruck;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.site.DigPlan;
import io.fueloptimine.models.mine.site.FaceTarget;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.Truck;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The answer to a request of type plan. Immutable.
 *
 * @param left the tonnes that are left and the hours for them
 * @param plan the plan
 * @param at the time of the request (UTC)
 * @param trucks the trucks that are available
 */
record SessionPlan(DigPlan left, DispatchPlan plan, Instant at, List<Truck> trucks) {

    private static final int MOST = 5_000;
    private static final double MAX_TONNES = 1e7;

    /** Solves a request of type plan. */
    static SessionPlan solve(SessionMine mine, PlannerSettings settings, RequestFields request)
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
        return new SessionPlan(
                digPlan,
                plan,
                now,
                trucks.stream().filter(truck -> available.get(truck.id())).toList());
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
