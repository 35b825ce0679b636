package io.fueloptimine.models.dispatch.policy;

import io.fueloptimine.models.dispatch.assignment.AssignerSettings;
import io.fueloptimine.models.dispatch.assignment.AssignmentState;
import io.fueloptimine.models.dispatch.fleet.OpenWork;
import io.fueloptimine.models.dispatch.fleet.TruckState;
import io.fueloptimine.models.dispatch.price.HaulCosts;
import io.fueloptimine.models.dispatch.price.TripCost;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.FaceTarget;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.RoadSegment;
import io.fueloptimine.models.mine.site.Truck;
import io.fueloptimine.models.mine.site.TruckClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the ways to serve the next haul of a truck, with their times and litres. Trips are kept
 * until roads or weather change. Not thread-safe.
 */
final class HaulOptions {

    private static final double MILLIS_PER_SECOND = 1_000;

    private final MineSite mine;
    private final AssignerSettings settings;
    private final OpenWork work;
    private final LoadingTimes loadingTimes;
    private final Map<String, Double> roadM;
    private final Map<String, Truck> trucks;
    private final Map<Trip, HaulOption.Way> ways = new HashMap<>();
    private HaulCosts waysOf;

    private record Trip(String className, boolean loaded, String from, String to) {}

    HaulOptions(
            MineSite mine, AssignerSettings settings, OpenWork work, LoadingTimes loadingTimes) {
        this.mine = mine;
        this.settings = settings;
        this.work = work;
        this.loadingTimes = loadingTimes;
        this.roadM =
                mine.roads().stream()
                        .collect(Collectors.toMap(RoadSegment::id, RoadSegment::lengthM));
        this.trucks = mine.trucks().stream().collect(Collectors.toMap(Truck::id, t -> t));
    }

    /**
     * What is known at the time of a decision.
     *
     * @param assignments what each truck does
     * @param down loading units and dumps that are down
     * @param hauls the costs of trips on the roads as they are
     * @param at the time (UTC)
     */
    record Moment(AssignmentState assignments, Set<String> down, HaulCosts hauls, Instant at) {}

    /**
     * The ways of an empty truck, in the order of the mine file.
     *
     * @param refused faces to which the truck is not sent
     */
    List<HaulOption> ofEmpty(Truck truck, String from, List<String> refused, Moment moment) {
        Map<String, UnitQueue> queues = queues(truck, moment);
        TruckClass truckClass = mine.truckClass(truck.className());
        TruckState own = moment.assignments().fleet().truck(truck.id());
        double leavesInS = own.state() == ProductionState.DUMPING ? settings.dumpS() : 0;
        List<HaulOption> options = new ArrayList<>();
        for (LoadingUnit unit : mine.loadingUnits()) {
            boolean open =
                    work.open(unit.faceId())
                            && !moment.down().contains(unit.id())
                            && !refused.contains(unit.faceId());
            Optional<HaulOption.Way> empty =
                    open
                            ? way(moment.hauls(), truckClass, false, from, unit.faceId())
                            : Optional.empty();
            if (empty.isPresent()) {
                UnitQueue queue = queues.getOrDefault(unit.id(), new UnitQueue());
                Approach approach =
                        new Approach(
                                queue.size(),
                                empty.get(),
                                queue.waitS(leavesInS + empty.get().seconds()),
                                serviceS(unit, truckClass));
                addHauls(options, truck, unit, approach, List.of(), moment);
            }
        }
        return options;
    }

    /**
     * The ways of a truck that is being loaded, in the order of the mine file.
     *
     * @param refused dumps to which the truck is not sent
     */
    List<HaulOption> ofLoaded(Truck truck, LoadingUnit unit, List<String> refused, Moment moment) {
        List<HaulOption> options = new ArrayList<>();
        Approach none = new Approach(0, HaulOption.Way.NONE, 0, 0);
        addHauls(options, truck, unit, none, refused, moment);
        return options;
    }

    private record Approach(int trucksAhead, HaulOption.Way empty, double waitS, double loadS) {}

    private void addHauls(
            List<HaulOption> options,
            Truck truck,
            LoadingUnit unit,
            Approach approach,
            List<String> refused,
            Moment moment) {
        TruckClass truckClass = mine.truckClass(truck.className());
        boolean sameMaterial =
                mine.loadingUnit(truck.pairedLoadingUnitId())
                        .filter(own -> own.material() == unit.material())
                        .isPresent();
        Optional<FaceTarget> face = mine.digPlan().face(unit.faceId());
        for (DumpPoint dump : mine.dumps()) {
            if (!dump.accepts(unit.material())
                    || moment.down().contains(dump.locationId())
                    || refused.contains(dump.locationId())) {
                continue;
            }
            way(moment.hauls(), truckClass, true, unit.faceId(), dump.locationId())
                    .ifPresent(
                            haul ->
                                    options.add(
                                            new HaulOption(
                                                    truck,
                                                    unit,
                                                    dump,
                                                    sameMaterial,
                                                    planned(face, unit.material(), dump),
                                                    approach.trucksAhead(),
                                                    approach.empty(),
                                                    approach.waitS(),
                                                    approach.loadS(),
                                                    haul,
                                                    truckClass.idleLph())));
        }
    }

    private boolean planned(Optional<FaceTarget> face, Material material, DumpPoint dump) {
        return work.open(dump.locationId(), material)
                && (face.isEmpty() || face.get().allows(dump));
    }

    private Optional<HaulOption.Way> way(
            HaulCosts hauls, TruckClass truckClass, boolean loaded, String from, String to) {
        if (hauls != waysOf) {
            ways.clear();
            waysOf = hauls;
        }
        Trip trip = new Trip(truckClass.name(), loaded, from, to);
        HaulOption.Way known = ways.get(trip);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<HaulOption.Way> way =
                hauls.trip(truckClass, loaded, from, to)
                        .map(
                                cost ->
                                        new HaulOption.Way(
                                                metres(hauls.segmentIds(from, to)),
                                                cost.seconds(),
                                                cost.litres()));
        way.ifPresent(found -> ways.put(trip, found));
        return way;
    }

    private double metres(List<String> segmentIds) {
        double metres = 0;
        for (String segmentId : segmentIds) {
            metres += roadM.get(segmentId);
        }
        return metres;
    }

    private double serviceS(LoadingUnit unit, TruckClass truckClass) {
        return settings.spotS() + loadingTimes.loadingS(unit, truckClass);
    }

    /** The queues at the loading units, without the truck itself. */
    private Map<String, UnitQueue> queues(Truck self, Moment moment) {
        Map<String, UnitQueue> queues = new HashMap<>();
        for (LoadingUnit unit : mine.loadingUnits()) {
            queues.put(unit.id(), new UnitQueue());
        }
        for (TruckState other : moment.assignments().fleet().trucks().values()) {
            UnitQueue queue = other.unitId() == null ? null : queues.get(other.unitId());
            if (queue != null && !other.truckId().equals(self.id())) {
                LoadingUnit unit = mine.loadingUnit(other.unitId()).orElseThrow();
                join(queue, unit, other, moment);
            }
        }
        return queues;
    }

    private void join(UnitQueue queue, LoadingUnit unit, TruckState other, Moment moment) {
        TruckClass truckClass = mine.truckClass(trucks.get(other.truckId()).className());
        double sinceS = other.stateAt() == null ? 0 : secondsBetween(other.stateAt(), moment.at());
        if (other.state() == ProductionState.LOADING) {
            queue.loads(Math.max(0, loadingTimes.loadingS(unit, truckClass) - sinceS));
        } else if (other.isBoundForUnit(unit.id())) {
            double serviceS = serviceS(unit, truckClass);
            queue.arrives(arrivesInS(unit, truckClass, other, sinceS, moment), serviceS);
        }
    }

    private double arrivesInS(
            LoadingUnit unit,
            TruckClass truckClass,
            TruckState other,
            double sinceS,
            Moment moment) {
        if (unit.faceId().equals(other.locationId())) {
            return 0;
        }
        double travelS =
                moment.hauls()
                        .trip(truckClass, false, other.locationId(), unit.faceId())
                        .map(TripCost::seconds)
                        .orElse(0.0);
        if (other.state() == ProductionState.DRIVING) {
            return Math.max(0, travelS - sinceS);
        }
        return other.state() == ProductionState.DUMPING
                ? Math.max(0, settings.dumpS() - sinceS) + travelS
                : travelS;
    }

    private static double secondsBetween(Instant from, Instant to) {
        return (to.toEpochMilli() - from.toEpochMilli()) / MILLIS_PER_SECOND;
    }
}
