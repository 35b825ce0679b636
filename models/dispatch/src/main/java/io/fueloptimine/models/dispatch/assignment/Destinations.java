package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.dispatch.fleet.TruckState;
import io.fueloptimine.models.dispatch.price.HaulCosts;
import io.fueloptimine.models.dispatch.price.TripCost;
import io.fueloptimine.models.mine.dispatch.ReasonCode;
import io.fueloptimine.models.mine.dispatch.Task;
import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.Location;
import io.fueloptimine.models.mine.site.LocationKind;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.Truck;
import io.fueloptimine.models.mine.site.TruckClass;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The possible destinations of one truck. Used for a single decision. */
final class Destinations {

    /**
     * Cost added to a destination outside the truck's fixed pair while there is no plan, L. Such a
     * destination is therefore chosen only if the pair is not available.
     */
    private static final double NOT_THE_PAIR_L = 1_000;

    private final MineSite site;
    private final DecisionContext context;
    private final HaulCosts hauls;
    private final WorkTargets targets;
    private final Truck truck;
    private final TruckClass truckClass;
    private final String from;

    /**
     * @param from where the truck starts
     */
    Destinations(MineSite site, DecisionContext context, Truck truck, String from) {
        this.site = site;
        this.context = context;
        this.hauls = context.hauls();
        this.targets = context.targets();
        this.truck = truck;
        this.truckClass = site.truckClass(truck.className());
        this.from = from;
    }

    /**
     * The loading unit that the truck gets in the matching of trucks and loads; empty when no load
     * is left for it.
     *
     * @param freeInS time until the truck is free, s
     */
    Optional<TaskOption> bestUnit(double freeInS, List<String> refused) {
        return load(freeInS, refused)
                .map(
                        choice ->
                                option(
                                        Task.LOAD,
                                        choice.unit().faceId(),
                                        choice.unit().id(),
                                        choice.costL(),
                                        pairEmptyL(choice.unit())));
    }

    /** The load that the truck gets in the matching; empty when no load is left for it. */
    Optional<UnitMatching.Choice> load(double freeInS, List<String> refused) {
        return context.matching()
                .choose(
                        new FreeTruck(truck, truckClass, from, freeInS),
                        context.outlook(),
                        context.pace(),
                        refused,
                        outsideThePair());
    }

    /** Whether a load is left for the truck that only a highest rate of people withholds. */
    boolean isHeldBack(double freeInS) {
        return context.outlook().units().stream()
                .filter(unit -> context.pace().loadsLeft().getOrDefault(unit.unit().id(), 0.0) >= 1)
                .anyMatch(
                        unit ->
                                trip(false, unit.unit().faceId())
                                        .filter(trip -> !allowsLoad(unit, freeInS, trip))
                                        .isPresent());
    }

    private boolean allowsLoad(UnitOutlook unit, double freeInS, TripCost trip) {
        double inS = Math.max(unit.busyS(), freeInS + trip.seconds());
        return context.limits().allowsLoad(unit.unit(), truckClass, inS);
    }

    private Map<String, Double> outsideThePair() {
        Map<String, Double> costs = new HashMap<>();
        if (!context.planned()) {
            for (LoadingUnit unit : site.loadingUnits()) {
                if (!unit.id().equals(truck.pairedLoadingUnitId())) {
                    costs.put(unit.id(), NOT_THE_PAIR_L);
                }
            }
        }
        return costs;
    }

    /**
     * The dump for a load of the face from which the truck starts; empty when none can be reached.
     * A load that is on a truck must be dumped, so when no dump is open for the material, closed
     * ones count too.
     */
    Optional<TaskOption> bestDump(Material material, List<String> refused) {
        List<DumpPoint> inService =
                site.dumps().stream()
                        .filter(dump -> dump.accepts(material) && isUp(dump.locationId()))
                        .toList();
        List<DumpPoint> open =
                inService.stream()
                        .filter(dump -> context.work().open(dump.locationId(), material))
                        .toList();
        return bestDump(material, refused, open).or(() -> bestDump(material, refused, inService));
    }

    private Optional<TaskOption> bestDump(
            Material material, List<String> refused, List<DumpPoint> dumps) {
        List<DumpPoint> possible =
                dumps.stream()
                        .filter(dump -> !refused.contains(dump.locationId()))
                        .filter(dump -> trip(true, dump.locationId()).isPresent())
                        .toList();
        List<DumpPoint> allowed =
                possible.stream().filter(dump -> targets.allows(from, dump)).toList();
        List<DumpPoint> candidates =
                context.limits()
                        .withRoom(
                                allowed.isEmpty() ? possible : allowed, from, material, truckClass);
        Map<String, Integer> parts =
                candidates.size() < 2
                        ? Map.of()
                        : new DumpShares(site, targets, hauls, truckClass)
                                .of(from, material, dumps, underWayT(dumps));
        return candidates.stream()
                .min(
                        Comparator.comparing((DumpPoint dump) -> !isPreferredPair(dump))
                                .thenComparingDouble(dump -> -lag(dump, parts))
                                .thenComparingDouble(dump -> litres(true, from, dump.locationId()))
                                .thenComparing(DumpPoint::locationId))
                .map(dump -> toDump(dump, material));
    }

    /** Without a plan, the dump of the pair comes first. */
    private boolean isPreferredPair(DumpPoint dump) {
        return !context.planned() && dump.locationId().equals(truck.pairedDumpId());
    }

    /** The parts of the face's tonnes that are left for a dump, by the trucks on the way to it. */
    private double lag(DumpPoint dump, Map<String, Integer> parts) {
        long underWay =
                others().filter(state -> state.isBoundFor(Task.OFFLOAD, dump.locationId()))
                        .filter(state -> from.equals(faceOf(state)))
                        .count();
        return parts.getOrDefault(dump.locationId(), 0) / (underWay + 1.0);
    }

    private String faceOf(TruckState state) {
        return Optional.ofNullable(state.unitId())
                .flatMap(site::loadingUnit)
                .map(LoadingUnit::faceId)
                .orElse(null);
    }

    private Map<String, Double> underWayT(List<DumpPoint> dumps) {
        Map<String, Double> tonnes = new HashMap<>();
        for (DumpPoint dump : dumps) {
            double underWayT =
                    others().filter(state -> state.isBoundFor(Task.OFFLOAD, dump.locationId()))
                            .flatMap(state -> site.truck(state.truckId()).stream())
                            .mapToDouble(each -> site.truckClass(each.className()).payloadT())
                            .sum();
            tonnes.put(dump.locationId(), underWayT);
        }
        return tonnes;
    }

    /** The nearest location of a kind with a free place; empty when there is none. */
    Optional<TaskOption> nearest(LocationKind kind, Task task, int places, List<String> refused) {
        return site.locationsOf(kind).stream()
                .filter(place -> isUp(place.id()) && !refused.contains(place.id()))
                .filter(place -> boundFor(task, place.id()) < places)
                .flatMap(place -> toPlace(place, task).stream())
                .min(
                        Comparator.comparingDouble(TaskOption::costL)
                                .thenComparing(TaskOption::destinationId));
    }

    /**
     * Fuel of one cycle of the fixed pair, empty and loaded leg, L; 0 when the pair cannot be
     * reached.
     */
    double pairCycleL() {
        return site.loadingUnit(truck.pairedLoadingUnitId())
                .map(
                        unit ->
                                litres(false, truck.pairedDumpId(), unit.faceId())
                                        + litres(true, unit.faceId(), truck.pairedDumpId()))
                .orElse(0.0);
    }

    private TaskOption toDump(DumpPoint dump, Material material) {
        double litres = litres(true, from, dump.locationId());
        double savedL =
                site.dump(truck.pairedDumpId())
                        .filter(pair -> pair.accepts(material) && isUp(pair.locationId()))
                        .flatMap(pair -> trip(true, pair.locationId()))
                        .map(pair -> pair.litres() - litres)
                        .orElse(0.0);
        return option(Task.OFFLOAD, dump.locationId(), null, litres, savedL);
    }

    private Optional<TaskOption> toPlace(Location place, Task task) {
        return trip(false, place.id())
                .map(trip -> option(task, place.id(), null, trip.litres(), 0));
    }

    private TaskOption option(Task task, String place, String unitId, double costL, double savedL) {
        List<String> way = hauls.segmentIds(from, place);
        ReasonCode reason = context.planned() ? ReasonCode.PLAN : ReasonCode.FIXED_PAIR;
        return new TaskOption(task, place, unitId, way, costL, reason, savedL);
    }

    /** Fuel of the empty trip to the pair's loading unit minus fuel of the chosen trip, L. */
    private double pairEmptyL(LoadingUnit chosen) {
        return site.loadingUnit(truck.pairedLoadingUnitId())
                .filter(unit -> isUp(unit.id()))
                .flatMap(unit -> trip(false, unit.faceId()))
                .map(pair -> pair.litres() - litres(false, from, chosen.faceId()))
                .orElse(0.0);
    }

    private Optional<TripCost> trip(boolean loaded, String to) {
        return hauls.trip(truckClass, loaded, from, to);
    }

    private double litres(boolean loaded, String start, String end) {
        return hauls.trip(truckClass, loaded, start, end).map(TripCost::litres).orElse(0.0);
    }

    private long boundFor(Task task, String place) {
        return others().filter(state -> state.isBoundFor(task, place)).count();
    }

    private Stream<TruckState> others() {
        return context.fleet().trucks().values().stream()
                .filter(state -> !state.truckId().equals(truck.id()));
    }

    private boolean isUp(String machineId) {
        return context.fleet().isUp(machineId);
    }
}
