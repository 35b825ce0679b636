package io.fueloptimine.models.dispatch.session;

import io.fueloptimine.models.mine.dispatch.Task;
import io.fueloptimine.models.mine.site.TruckClass;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a truck will find, from the data of a request. Used for a single request. */
final class RequestedOutlook implements Outlook {

    /** The class of a truck of which only the place in a queue is given. */
    private static final int UNKNOWN = -1;

    private static final double MILLIS_PER_SECOND = 1_000;

    /** The least time that is expected for a load that is overdue, s. */
    private static final double OVERDUE_S = 15;

    /**
     * A truck that is overdue at a loading unit by more than this counts only if the queue that is
     * told has room for it, s.
     */
    private static final double STALE_S = 600;

    /** Without a queue that is told, a truck counts no more when it is overdue by this time, s. */
    private static final double FORGOTTEN_S = 3_600;

    private final FleetRequest fleet;
    private final HaulTables tables;
    private final FleetMemory memory;
    private final Instant now;
    private final double meanPayloadT;
    private final List<List<Arrival>> arrivals = new ArrayList<>();

    /** A truck that waits for a loading unit or arrives there, by the time until then. */
    private record Arrival(double inS, int truckClass) {}

    RequestedOutlook(FleetRequest fleet, HaulTables tables, FleetMemory memory, Instant now) {
        this.fleet = fleet;
        this.tables = tables;
        this.memory = memory;
        this.now = now;
        this.meanPayloadT =
                tables.classes.stream().mapToDouble(TruckClass::payloadT).average().orElse(0);
        for (int u = 0; u < tables.units.size(); u++) {
            arrivals.add(arrivals(u));
        }
    }

    @Override
    public Set<Integer> down() {
        Set<Integer> numbers = new HashSet<>();
        for (int u = 0; u < tables.units.size(); u++) {
            if (fleet.downUnitIds().contains(tables.units.get(u).id())) {
                numbers.add(u);
            }
        }
        return numbers;
    }

    @Override
    public double[] boundT() {
        double[] tonnes = new double[tables.units.size()];
        for (int u = 0; u < tonnes.length; u++) {
            for (Arrival arrival : arrivals.get(u)) {
                tonnes[u] +=
                        arrival.truckClass() == UNKNOWN
                                ? meanPayloadT
                                : tables.payloadT(arrival.truckClass());
            }
            tonnes[u] += busyS(u).orElse(0.0) > 0 ? meanPayloadT : 0;
        }
        return tonnes;
    }

    /** How long a unit still loads, s; empty when it is not told. */
    private Optional<Double> busyS(int unit) {
        return fleet.freeAt(tables.units.get(unit).id()).map(at -> Math.max(0, secondsUntil(at)));
    }

    @Override
    public double loadStartsInS(int unit, double arrivesInS) {
        double freeS = busyS(unit).orElseGet(() -> freeSince(unit));
        for (Arrival arrival : arrivals.get(unit)) {
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
                .map(at -> Math.min(0, secondsUntil(at)))
                .orElse(Double.NEGATIVE_INFINITY);
    }

    /**
     * The trucks that wait for a unit or arrive there, in order. Of the trucks that should have
     * arrived, the first is loaded if the unit is busy, and the others wait or are late; a given
     * queue can have more trucks.
     */
    private List<Arrival> arrivals(int unit) {
        String id = tables.units.get(unit).id();
        List<Arrival> found = new ArrayList<>();
        for (FleetMemory.Trip trip : fleet.trips()) {
            if (trip.task() == Task.LOAD && id.equals(trip.unitId())) {
                double inS = secondsUntil(trip.arrivesAt());
                found.add(new Arrival(inS, tables.classOf(trip.className())));
            }
        }
        found.sort(Comparator.comparingDouble(Arrival::inS));
        if (busyS(unit).orElse(0.0) > 0 && !found.isEmpty() && found.get(0).inS() <= 0) {
            found.remove(0);
        }
        leaveOutStale(found, fleet.queue(id));
        long here = found.stream().filter(arrival -> arrival.inS() <= 0).count();
        List<Arrival> all = new ArrayList<>();
        for (long i = here; i < fleet.queue(id).orElse(0); i++) {
            all.add(new Arrival(0, UNKNOWN));
        }
        all.addAll(found);
        return all;
    }

    /** Leaves out trucks that should have arrived long ago: they do not come. */
    private static void leaveOutStale(List<Arrival> found, Optional<Integer> queue) {
        if (queue.isEmpty()) {
            found.removeIf(arrival -> arrival.inS() < -FORGOTTEN_S);
            return;
        }
        while (!found.isEmpty()
                && found.get(0).inS() < -STALE_S
                && found.stream().filter(arrival -> arrival.inS() < -STALE_S).count()
                        > queue.get()) {
            found.remove(0);
        }
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
        String place = tables.dumps.get(dump).locationId();
        List<Arrival> before = new ArrayList<>();
        for (FleetMemory.Trip trip : fleet.trips()) {
            double inS = secondsUntil(trip.arrivesAt());
            if (trip.task() == Task.OFFLOAD
                    && trip.place().equals(place)
                    && inS <= arrivesInS
                    && inS >= -FORGOTTEN_S) {
                before.add(new Arrival(inS, tables.classOf(trip.className())));
            }
        }
        before.sort(Comparator.comparingDouble(Arrival::inS));
        double freeS = memory.dumps().freeInS(dump, now);
        for (Arrival each : before) {
            double occupiedS = memory.dumps().occupiedS(each.truckClass(), dump);
            freeS = Math.max(freeS, each.inS()) + occupiedS;
        }
        return Math.max(arrivesInS, freeS);
    }

    private double secondsUntil(Instant at) {
        return Duration.between(now, at).toMillis() / MILLIS_PER_SECOND;
    }
}
