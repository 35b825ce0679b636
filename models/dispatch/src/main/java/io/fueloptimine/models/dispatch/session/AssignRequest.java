package io.fueloptimine.models.dispatch.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fueloptimine.models.dispatch.price.TripCost;
import io.fueloptimine.models.mine.dispatch.Task;
import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.Truck;
import java.time.Instant;
import java.util.OptionalInt;

/** Answers requests of type assign. */
final class AssignRequest {

    private final SessionMine mine;
    private final HaulTables tables;
    private final SessionWork work;
    private final FleetMemory memory;

    AssignRequest(SessionMine mine, HaulTables tables, SessionWork work, FleetMemory memory) {
        this.mine = mine;
        this.tables = tables;
        this.work = work;
        this.memory = memory;
    }

    /** Adds the truck's next task to the answer. */
    void answer(RequestFields request, ObjectNode answer) throws RequestFaultException {
        Instant now = request.time("now");
        memory.at(now);
        RequestFields asking = request.object("truck");
        String id = asking.name("id");
        Truck truck = SessionTrucks.truck(mine, id, SessionTrucks.classOf(mine, asking));
        String place = mine.placeOf(asking.text("placeId"));
        boolean loaded = asking.flag("loaded");
        int at = loaded ? unitAt(asking, id, place) : -1;
        int truckClass = tables.classOf(truck.className());
        FleetRequest fleet = FleetRequest.read(request, id, mine, work, tables, memory);
        if (!memory.admits(id)) {
            throw asking.fault(
                    "id", "one of the first " + FleetMemory.MOST_TRUCKS + " trucks of the session");
        }
        memory.asks(id, loaded, now);
        RequestedOutlook outlook = new RequestedOutlook(fleet, tables, memory, now);
        if (loaded) {
            work.loaded(at, tables.payloadT(truckClass));
        }
        work.update(truck, outlook.down(), outlook.boundT(), memory.dumps().dumpS(), now);
        NextTrip next = work.next(outlook, truckClass);
        if (loaded) {
            offload(answer, truck, at, next.dump(at), now);
        } else {
            load(answer, truck, start(place, truckClass, next), next, now);
        }
    }

    /**
     * The place from which the trip of an empty truck is chosen. No trip from an unknown place can
     * be priced; the truck is then treated as at the first dump with a way to a loading unit.
     */
    private String start(String place, int truckClass, NextTrip next) {
        if (next.unit(place).isPresent() || tables.hasWay(truckClass, place)) {
            return place;
        }
        return tables.dumps.stream()
                .map(DumpPoint::locationId)
                .filter(dump -> next.unit(dump).isPresent())
                .findFirst()
                .orElse(place);
    }

    private void load(ObjectNode answer, Truck truck, String place, NextTrip next, Instant now) {
        OptionalInt choice = next.unit(place);
        if (choice.isEmpty()) {
            waits(answer, place, "no loading unit can be reached");
            return;
        }
        int unit = choice.getAsInt();
        LoadingUnit to = tables.units.get(unit);
        TripCost trip = tables.empty(tables.classOf(truck.className()), place, unit).orElseThrow();
        goes(answer, Task.LOAD, to.faceId(), trip);
        answer.put("unitId", to.id());
        remember(truck, Task.LOAD, to.faceId(), to.id(), trip, now);
    }

    private void offload(
            ObjectNode answer, Truck truck, int unit, OptionalInt choice, Instant now) {
        LoadingUnit from = tables.units.get(unit);
        if (choice.isEmpty()) {
            waits(answer, from.faceId(), "no dump can be reached");
            return;
        }
        int dump = choice.getAsInt();
        String place = tables.dumps.get(dump).locationId();
        TripCost trip =
                tables.loaded(tables.classOf(truck.className()), from.faceId(), dump).orElseThrow();
        goes(answer, Task.OFFLOAD, place, trip);
        mine.dumpPlaces().entrySet().stream()
                .filter(known -> known.getValue().equals(place))
                .forEach(known -> answer.put("dumpId", known.getKey()));
        remember(truck, Task.OFFLOAD, place, from.id(), trip, now);
    }

    private void goes(ObjectNode answer, Task task, String place, TripCost trip) {
        answer.put("task", task.wireName());
        answer.put("destinationId", place);
        answer.put(
                "reason",
                work.hasPlan()
                        ? "the cheapest destination by the plan and the waiting"
                        : "there is no plan: the most tonnes, then the fewest litres");
        answer.put("expectedLitres", trip.litres());
    }

    private static void waits(ObjectNode answer, String place, String reason) {
        answer.put("task", Task.WAIT.wireName());
        answer.put("destinationId", place);
        answer.put("reason", reason);
        answer.put("expectedLitres", 0.0);
    }

    private void remember(
            Truck truck, Task task, String place, String unitId, TripCost trip, Instant now) {
        memory.sent(
                new FleetMemory.Trip(
                        truck.id(),
                        truck.className(),
                        task,
                        place,
                        unitId,
                        now.plusMillis(Math.round(trip.seconds() * 1_000))));
    }

    /**
     * The loading unit that has loaded the truck: that of its last trip, if it is at the place;
     * otherwise one at the place, otherwise that of its last trip.
     */
    private int unitAt(RequestFields truck, String id, String place) throws RequestFaultException {
        String last = memory.trip(id).map(FleetMemory.Trip::unitId).orElse(null);
        int found = -1;
        for (int u = 0; u < tables.units.size(); u++) {
            LoadingUnit unit = tables.units.get(u);
            if (unit.faceId().equals(place) && (found < 0 || unit.id().equals(last))) {
                found = u;
            }
        }
        for (int u = 0; u < tables.units.size() && found < 0; u++) {
            found = tables.units.get(u).id().equals(last) ? u : -1;
        }
        if (found < 0) {
            throw truck.fault(
                    "placeId", "the place of a loading unit, because the truck is loaded");
        }
        return found;
    }
}
