package io.fueloptimine.models.dispatch.session;

import io.fueloptimine.models.mine.dispatch.Task;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.Truck;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The other trucks and the loading units of a request: from the request, otherwise from the memory
 * of the session. Trucks that are given replace those in memory.
 */
final class FleetRequest {

    private static final int MOST = 5_000;

    private final SessionMine mine;
    private final SessionWork work;
    private final HaulTables tables;
    private final FleetMemory memory;
    private final Instant now;
    private final Set<String> downUnitIds = new HashSet<>();
    private final Map<String, Instant> freeAt = new HashMap<>();
    private final Map<String, Integer> queues = new HashMap<>();
    private final List<FleetMemory.Trip> trips = new ArrayList<>();

    private FleetRequest(
            SessionMine mine,
            SessionWork work,
            HaulTables tables,
            FleetMemory memory,
            Instant now) {
        this.mine = mine;
        this.work = work;
        this.tables = tables;
        this.memory = memory;
        this.now = now;
    }

    /**
     * Reads a request.
     *
     * @param selfId the truck that is to be assigned, which is not among the others
     * @param work the work of the mine, with the classes of trucks
     */
    static FleetRequest read(
            RequestFields request,
            String selfId,
            SessionMine mine,
            SessionWork work,
            HaulTables tables,
            FleetMemory memory)
            throws RequestFaultException {
        FleetRequest fleet = new FleetRequest(mine, work, tables, memory, request.time("now"));
        if (request.has("units")) {
            for (RequestFields each : request.objects("units", MOST)) {
                fleet.addUnit(each);
            }
        }
        List<RequestFields> trucks =
                request.has("trucks") ? request.objects("trucks", MOST) : List.of();
        for (RequestFields each : trucks) {
            if (!each.text("id").equals(selfId)) {
                fleet.addTruck(each);
            }
        }
        if (trucks.isEmpty()) {
            memory.trips().stream()
                    .filter(trip -> !trip.truckId().equals(selfId))
                    .forEach(fleet.trips::add);
        }
        return fleet;
    }

    /** The ids of the loading units that are down. */
    Set<String> downUnitIds() {
        return downUnitIds;
    }

    /** When the present load of a unit ends (UTC); empty when it is not told. */
    Optional<Instant> freeAt(String unitId) {
        return Optional.ofNullable(freeAt.get(unitId));
    }

    /** The number of trucks that wait for a unit; empty when it is not told. */
    Optional<Integer> queue(String unitId) {
        return Optional.ofNullable(queues.get(unitId));
    }

    /** The trips of the other trucks. */
    List<FleetMemory.Trip> trips() {
        return trips;
    }

    private void addUnit(RequestFields fields) throws RequestFaultException {
        String id = fields.text("id");
        if (mine.site().loadingUnit(id).isEmpty()) {
            throw fields.fault("id", "a loading unit of the mine");
        }
        if (fields.flag("down", false)) {
            downUnitIds.add(id);
        }
        if (fields.has("freeAt")) {
            freeAt.put(id, fields.time("freeAt"));
        }
        if (fields.has("queue")) {
            queues.put(id, (int) fields.number("queue", 0, MOST));
        }
    }

    private void addTruck(RequestFields fields) throws RequestFaultException {
        String id = fields.text("id");
        Task task = fields.has("task") ? fields.word("task", Task.class) : null;
        Optional<FleetMemory.Trip> known = memory.trip(id).filter(trip -> trip.task() == task);
        if (task == Task.LOAD) {
            LoadingUnit unit = unitOf(fields, known);
            Optional<FleetMemory.Trip> same = known.filter(t -> unit.id().equals(t.unitId()));
            trips.add(
                    new FleetMemory.Trip(
                            id,
                            classOf(fields),
                            task,
                            unit.faceId(),
                            unit.id(),
                            arrivesAt(fields, same)));
        }
        if (task == Task.OFFLOAD && fields.has("destinationId")) {
            String destination = fields.text("destinationId");
            String place = mine.dumpPlaces().getOrDefault(destination, destination);
            if (mine.site().dump(place).isEmpty()) {
                throw fields.fault("destinationId", "a dump of the mine");
            }
            trips.add(
                    new FleetMemory.Trip(
                            id,
                            classOf(fields),
                            task,
                            place,
                            known.map(FleetMemory.Trip::unitId).orElse(null),
                            arrivesAt(fields, known.filter(t -> place.equals(t.place())))));
        }
    }

    /** When a truck arrives: as told, otherwise as remembered, otherwise now. */
    private Instant arrivesAt(RequestFields truck, Optional<FleetMemory.Trip> known)
            throws RequestFaultException {
        return truck.has("arrivesAt")
                ? truck.time("arrivesAt")
                : known.map(FleetMemory.Trip::arrivesAt).orElse(now);
    }

    /** The class of another truck; the first class when neither request nor session has it. */
    private String classOf(RequestFields truck) throws RequestFaultException {
        if (truck.has("class")) {
            return SessionTrucks.classOf(mine, truck);
        }
        String id = truck.text("id");
        return work.truck(id)
                .map(Truck::className)
                .or(() -> memory.trip(id).map(FleetMemory.Trip::className))
                .orElse(tables.classes.get(0).name());
    }

    /**
     * The loading unit of a truck's destination, which may be the unit or its place. Of several
     * units at a place it is the one to which the session has sent the truck.
     */
    private LoadingUnit unitOf(RequestFields truck, Optional<FleetMemory.Trip> known)
            throws RequestFaultException {
        String destination = truck.text("destinationId");
        LoadingUnit found = null;
        for (LoadingUnit unit : mine.site().loadingUnits()) {
            boolean sent = known.filter(trip -> unit.id().equals(trip.unitId())).isPresent();
            if (unit.id().equals(destination)) {
                return unit;
            }
            if (unit.faceId().equals(destination) && (found == null || sent)) {
                found = unit;
            }
        }
        if (found == null) {
            throw truck.fault("destinationId", "a loading unit or its place");
        }
        return found;
    }
}
