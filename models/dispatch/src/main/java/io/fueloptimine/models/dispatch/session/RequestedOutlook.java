package io.fueloptimine.models.dispatch.session;

import io.fueloptimine.models.mine.dispatch.Task;
import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.Truck;
import io.fueloptimine.models.mine.site.TruckClass;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the other trucks and the loading units do: as the request tells, otherwise as the session
 * remembers. Used for a single request.
 */
final class RequestedOutlook implements Outlook {

    private static final int MOST = 5_000;

    /** The class of a truck of which only the place in a queue is given. */
    private static final int UNKNOWN = -1;

    private static final double MILLIS_PER_SECOND = 1_000;

    /** The least time that is expected for a load that is overdue, s. */
    private static final double OVERDUE_S = 15;

    private final SessionMine mine;
    private final SessionWork work;
    private final FleetMemory memory;
    private final Instant now;
    private final HaulTables tables;
    private final double meanPayloadT;
    private final List<String> downUnitIds = new ArrayList<>();
    private final Map<String, Double> busyS = new HashMap<>();
    private final Map<String, Integer> queues = new HashMap<>();
    private final List<FleetMemory.Trip> trips = new ArrayList<>();

    /**
     * @param work knows the classes of trucks
     */
    RequestedOutlook(
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
        this.meanPayloadT =
                tables.classes.stream().mapToDouble(TruckClass::payloadT).average().orElse(0);
    }

    /**
     * Reads the loading units and the trucks of a request. Trucks that are given replace those that
     * are remembered.
     *
     * @param selfId the truck that is to be assigned
     */
    void read(RequestFields request, String selfId) throws RequestFaultException {
        if (request.has("units")) {
            for (RequestFields each : request.objects("units", MOST)) {
                addUnit(each);
            }
        }
        List<RequestFields> trucks =
                request.has("trucks") ? request.objects("trucks", MOST) : List.of();
        for (RequestFields each : trucks) {
            if (!each.text("id").equals(selfId)) {
                addTruck(each);
            }
        }
        if (trucks.isEmpty()) {
            memory.trips().stream()
                    .filter(trip -> !trip.truckId().equals(selfId))
                    .forEach(trips::add);
        }
    }

    @Override
    public Set<Integer> down() {
        Set<Integer> numbers = new HashSet<>();
        for (int u = 0; u < tables.units.size(); u++) {
            if (downUnitIds.contains(tables.units.get(u).id())) {
                numbers.add(u);
            }
        }
        return numbers;
    }

    @Override
    public double[] boundT() {
        double[] tonnes = new double[tables.units.size()];
        for (int u = 0; u < tonnes.length; u++) {
            for (Arrival arrival : arrivals(u)) {
                tonnes[u] +=
                        arrival.truckClass() == UNKNOWN
                                ? meanPayloadT
                                : tables.payloadT(arrival.truckClass());
            }
            tonnes[u] += busyS.getOrDefault(tables.units.get(u).id(), 0.0) > 0 ? meanPayloadT : 0;
        }
        return tonnes;
    }

    /** A truck that waits for a loading unit or arrives there, by the time until then. */
    private record Arrival(double inS, int truckClass) {}

    @Override
    public double loadStartsInS(int unit, double arrivesInS) {
        double freeS = busyS.getOrDefault(tables.units.get(unit).id(), freeSince(unit));
        for (Arrival arrival : arrivals(unit)) {
            if (arrival.inS() <= arrivesInS) {
                double endS = Math.max(freeS, arrival.inS()) + loadS(arrival.truckClass(), unit);
                freeS = Math.max(endS, arrival.inS() <= 0 ? OVERDUE_S : 0);
            }
        }
        return Math.max(arrivesInS, freeS);
    }

    /** When a loading unit whose truck is not given ended its last load, s; negative. */
    private double freeSince(int unit) {
        return memory.loadedAt(tables.units.get(unit).id())
                .map(this::secondsUntil)
                .orElse(Double.NEGATIVE_INFINITY);
    }

    /**
     * The trucks that wait for a unit or arrive there, in order. Of the trucks that should have
     * arrived, the first is loaded if the unit is busy, and the others wait or are late; a given
     * queue can have more trucks.
     */
    private List<Arrival> arrivals(int unit) {
        String id = tables.units.get(unit).id();
        List<Arrival> arrivals = new ArrayList<>();
        for (FleetMemory.Trip trip : trips) {
            if (trip.task() == Task.LOAD && id.equals(trip.unitId())) {
                double inS = secondsUntil(trip.arrivesAt());
                arrivals.add(new Arrival(inS, tables.classOf(trip.className())));
            }
        }
        arrivals.sort(Comparator.comparingDouble(Arrival::inS));
        if (busyS.getOrDefault(id, 0.0) > 0 && !arrivals.isEmpty() && arrivals.get(0).inS() <= 0) {
            arrivals.remove(0);
        }
        long here = arrivals.stream().filter(arrival -> arrival.inS() <= 0).count();
        for (long i = here; i < queues.getOrDefault(id, 0); i++) {
            arrivals.add(0, new Arrival(0, UNKNOWN));
        }
        return arrivals;
    }

    /** The loading time of a truck whose class may be unknown, s. */
    private double loadS(int truckClass, int unit) {
        if (truckClass != UNKNOWN && tables.loads(truckClass, unit)) {
            return tables.loadS(truckClass, unit);
        }
        return tables.units.get(unit).meanLoadingS();
    }

    @Override
    public double dumpStartsInS(int dump, double arrivesInS) {
        DumpPoint point = tables.dumps.get(dump);
        List<Arrival> before = new ArrayList<>();
        for (FleetMemory.Trip trip : trips) {
            double inS = secondsUntil(trip.arrivesAt());
            if (trip.task() == Task.OFFLOAD
                    && trip.place().equals(point.locationId())
                    && inS <= arrivesInS) {
                before.add(new Arrival(inS, tables.classOf(trip.className())));
            }
        }
        before.sort(Comparator.comparingDouble(Arrival::inS));
        double freeS = Double.NEGATIVE_INFINITY;
        for (Arrival each : before) {
            double crushS = tables.payloadT(each.truckClass()) / point.maxTph() * 3_600;
            double dumpS = memory.dumpS() / Math.max(1, point.bays());
            freeS = Math.max(freeS, each.inS()) + Math.max(crushS, dumpS);
        }
        return Math.max(arrivesInS, freeS);
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
            busyS.put(id, Math.max(0, secondsUntil(fields.time("freeAt"))));
        }
        if (fields.has("queue")) {
            queues.put(id, (int) fields.number("queue", 0, MOST));
        }
    }

    private void addTruck(RequestFields fields) throws RequestFaultException {
        String id = fields.text("id");
        Task task = fields.has("task") ? fields.word("task", Task.class) : null;
        if (task == Task.LOAD && fields.has("arrivesAt")) {
            LoadingUnit unit = unitOf(fields);
            trips.add(
                    new FleetMemory.Trip(
                            id,
                            classOf(fields),
                            task,
                            unit.faceId(),
                            unit.id(),
                            fields.time("arrivesAt")));
        }
        if (task == Task.OFFLOAD && fields.has("destinationId")) {
            String destination = fields.text("destinationId");
            String place = mine.dumpPlaces().getOrDefault(destination, destination);
            if (mine.site().dump(place).isEmpty()) {
                throw fields.fault("destinationId", "a dump of the mine");
            }
            Optional<FleetMemory.Trip> known =
                    memory.trip(id).filter(trip -> trip.task() == Task.OFFLOAD);
            trips.add(
                    new FleetMemory.Trip(
                            id,
                            classOf(fields),
                            task,
                            place,
                            known.map(FleetMemory.Trip::unitId).orElse(null),
                            fields.has("arrivesAt") ? fields.time("arrivesAt") : now));
        }
    }

    /** The class of another truck; the first class when neither request nor session knows it. */
    private String classOf(RequestFields truck) throws RequestFaultException {
        if (truck.has("class")) {
            return SessionTrucks.classOf(mine, truck);
        }
        String id = truck.text("id");
        return work.truck(id).map(Truck::className).orElse(tables.classes.get(0).name());
    }

    /** The loading unit of a truck's destination, which may be the unit or its place. */
    private LoadingUnit unitOf(RequestFields truck) throws RequestFaultException {
        String destination = truck.text("destinationId");
        return mine.site().loadingUnits().stream()
                .filter(u -> u.id().equals(destination) || u.faceId().equals(destination))
                .findFirst()
                .orElseThrow(() -> truck.fault("destinationId", "a loading unit or its place"));
    }

    private double secondsUntil(Instant at) {
        return Duration.between(now, at).toMillis() / MILLIS_PER_SECOND;
    }
}
