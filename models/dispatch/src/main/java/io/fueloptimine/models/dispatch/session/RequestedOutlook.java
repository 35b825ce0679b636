package io.fueloptimine.models.dispatch.session;

import io.fueloptimine.models.dispatch.assignment.FleetOutlook;
import io.fueloptimine.models.dispatch.assignment.FreeTruck;
import io.fueloptimine.models.dispatch.assignment.UnitOutlook;
import io.fueloptimine.models.mine.LoadingUnit;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.Task;
import io.fueloptimine.models.mine.Truck;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads from a request what the other trucks and the loading units do. Used for a single request.
 */
final class RequestedOutlook {

    private static final int MOST = 5_000;
    private static final double MILLIS_PER_SECOND = 1_000;

    private final SessionMine mine;
    private final MineSite site;
    private final Instant now;
    private final double spotS;
    private final double dumpS;
    private final List<String> downUnitIds = new ArrayList<>();
    private final Map<String, Double> busyS = new HashMap<>();
    private final Map<String, List<Double>> arrivalsS = new HashMap<>();
    private final List<FreeTruck> soonFree = new ArrayList<>();
    private final Map<String, String> dumpOf = new HashMap<>();

    /**
     * @param site the mine with the trucks that are known
     * @param spotS mean time of spotting, s
     * @param dumpS mean time of dumping, s
     */
    RequestedOutlook(SessionMine mine, MineSite site, Instant now, double spotS, double dumpS) {
        this.mine = mine;
        this.site = site;
        this.now = now;
        this.spotS = spotS;
        this.dumpS = dumpS;
    }

    /**
     * Reads the loading units and the trucks of a request.
     *
     * @param selfId the truck that is to be assigned
     */
    void read(RequestFields request, String selfId) throws RequestFaultException {
        if (request.has("units")) {
            for (RequestFields each : request.objects("units", MOST)) {
                addUnit(each);
            }
        }
        if (request.has("trucks")) {
            for (RequestFields each : request.objects("trucks", MOST)) {
                if (!each.text("id").equals(selfId)) {
                    addTruck(each);
                }
            }
        }
    }

    List<String> downUnitIds() {
        return downUnitIds;
    }

    /** The place of the dump to which each loaded truck drives, by truck. */
    Map<String, String> dumpOf() {
        return dumpOf;
    }

    /** Trucks that load, haul or drive to load. */
    int working() {
        return arrivalsS.values().stream().mapToInt(List::size).sum() + dumpOf.size() + 1;
    }

    FleetOutlook outlook() {
        List<UnitOutlook> units = new ArrayList<>();
        for (LoadingUnit unit : site.loadingUnits()) {
            if (!downUnitIds.contains(unit.id())) {
                List<Double> arriving = arrivalsS.getOrDefault(unit.id(), new ArrayList<>());
                arriving.sort(Comparator.naturalOrder());
                units.add(
                        new UnitOutlook(
                                unit,
                                busyS.getOrDefault(unit.id(), 0.0),
                                Double.POSITIVE_INFINITY,
                                arriving,
                                unit.meanLoadingS() + spotS));
            }
        }
        return new FleetOutlook(units, soonFree);
    }

    private void addUnit(RequestFields fields) throws RequestFaultException {
        String id = fields.text("id");
        if (site.loadingUnit(id).isEmpty()) {
            throw fields.fault("id", "a loading unit of the mine");
        }
        if (fields.flag("down", false)) {
            downUnitIds.add(id);
        }
        if (fields.has("freeAt")) {
            busyS.put(id, Math.max(0, secondsUntil(fields.time("freeAt"))));
        }
        int waiting = (int) fields.number("queue", 0, MOST, 0);
        arrivalsOf(id).addAll(Collections.nCopies(waiting, 0.0));
    }

    private void addTruck(RequestFields fields) throws RequestFaultException {
        Task task = fields.has("task") ? fields.word("task", Task.class) : null;
        if (task == Task.LOAD && fields.has("arrivesAt")) {
            double arrivesInS = secondsUntil(fields.time("arrivesAt"));
            // A truck that has arrived is part of the unit's queue.
            if (arrivesInS > 0) {
                arrivalsOf(unitOf(fields)).add(arrivesInS);
            }
        }
        if (task == Task.OFFLOAD && fields.has("destinationId")) {
            addLoaded(fields);
        }
    }

    private void addLoaded(RequestFields fields) throws RequestFaultException {
        String destination = fields.text("destinationId");
        String place = mine.dumpPlaces().getOrDefault(destination, destination);
        if (site.dump(place).isEmpty()) {
            throw fields.fault("destinationId", "a dump of the mine");
        }
        dumpOf.put(fields.text("id"), place);
        Optional<Truck> truck = site.truck(fields.text("id"));
        if (truck.isPresent() && fields.has("arrivesAt")) {
            double freeInS = Math.max(0, secondsUntil(fields.time("arrivesAt"))) + dumpS;
            soonFree.add(
                    new FreeTruck(
                            truck.get(), site.truckClass(truck.get().className()), place, freeInS));
        }
    }

    private List<Double> arrivalsOf(String unitId) {
        return arrivalsS.computeIfAbsent(unitId, unused -> new ArrayList<>());
    }

    /** The loading unit of a truck's destination, which may be the unit or its place. */
    private String unitOf(RequestFields truck) throws RequestFaultException {
        String destination = truck.text("destinationId");
        return site.loadingUnits().stream()
                .filter(u -> u.id().equals(destination) || u.faceId().equals(destination))
                .map(LoadingUnit::id)
                .findFirst()
                .orElseThrow(() -> truck.fault("destinationId", "a loading unit or its place"));
    }

    private double secondsUntil(Instant at) {
        return Duration.between(now, at).toMillis() / MILLIS_PER_SECOND;
    }
}
