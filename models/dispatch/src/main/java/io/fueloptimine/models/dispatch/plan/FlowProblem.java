package io.fueloptimine.models.dispatch.plan;

import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.dispatch.fleet.OpenWork;
import io.fueloptimine.models.dispatch.fleet.TruckStatus;
import io.fueloptimine.models.dispatch.fleet.WorkLeft;
import io.fueloptimine.models.dispatch.price.HaulCosts;
import io.fueloptimine.models.dispatch.price.HaulModel;
import io.fueloptimine.models.dispatch.price.PricedPassage;
import io.fueloptimine.models.dispatch.price.TripCost;
import io.fueloptimine.models.mine.dispatch.PlanPrices;
import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.LocationKind;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.Truck;
import io.fueloptimine.models.mine.site.TruckClass;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The trucks, loading units, dumps and legs that are usable in one situation. The order follows the
 * mine file, so that equal situations give equal problems. Immutable.
 */
final class FlowProblem {

    private final MineSite site;
    private final FleetSituation situation;
    private final PlannerSettings settings;
    private final HaulModel model;
    private final HaulCosts hauls;
    private final OpenWork open;
    private final Targets targets;
    private final WorkLeft work;
    private final List<Truck> trucks;
    private final List<TruckGroup> groups;
    private final List<LoadingUnit> units;
    private final List<DumpPoint> dumps;
    private final List<Leg> legs;

    FlowProblem(
            MineSite site, FleetSituation situation, PlannerSettings settings, HaulModel model) {
        this(site, situation, settings, model, OpenWork.ALL);
    }

    /**
     * @param open the faces and dumps that a plan may use
     */
    FlowProblem(
            MineSite site,
            FleetSituation situation,
            PlannerSettings settings,
            HaulModel model,
            OpenWork open) {
        this.site = site;
        this.situation = situation;
        this.settings = settings;
        this.model = model;
        this.open = open;
        this.hauls =
                model.costs(
                        situation.closedSegmentIds(),
                        situation.extraRollingResistancePct(),
                        situation.prices());
        this.work =
                situation.workLeft() == null ? WorkLeft.of(site.digPlan()) : situation.workLeft();
        this.targets = Targets.of(site, work, open);
        this.trucks = usableTrucks(site, situation);
        this.groups = grouped();
        this.units =
                site.loadingUnits().stream()
                        .filter(unit -> situation.isUp(unit.id()) && isWanted(unit))
                        .toList();
        this.dumps = site.dumps().stream().filter(d -> situation.isUp(d.locationId())).toList();
        this.legs = openLegs();
    }

    private boolean isWanted(LoadingUnit unit) {
        return targets.face(unit.faceId())
                .filter(goal -> goal.material() == unit.material() && goal.maxTph() > 0)
                .isPresent();
    }

    private List<TruckGroup> grouped() {
        Map<String, List<Truck>> byClass = new LinkedHashMap<>();
        trucks.forEach(
                t -> byClass.computeIfAbsent(t.className(), unused -> new ArrayList<>()).add(t));
        List<TruckGroup> all = new ArrayList<>();
        byClass.forEach(
                (name, ofClass) ->
                        all.addAll(
                                TruckGroup.of(
                                        site.truckClass(name),
                                        ofClass,
                                        situation.prices()::truckRatio)));
        return List.copyOf(all);
    }

    private static List<Truck> usableTrucks(MineSite site, FleetSituation situation) {
        Map<String, TruckStatus> known =
                situation.trucks().stream()
                        .collect(Collectors.toMap(TruckStatus::truckId, t -> t, (a, b) -> b));
        return site.trucks().stream()
                .filter(truck -> situation.isUp(truck.id()))
                .filter(truck -> !situation.prices().needsWorkshop(truck.id()))
                .filter(truck -> known.containsKey(truck.id()) && known.get(truck.id()).available())
                .toList();
    }

    private List<Leg> openLegs() {
        List<Leg> found = new ArrayList<>();
        for (TruckGroup group : groups) {
            for (LoadingUnit unit : units) {
                for (DumpPoint dump : dumps) {
                    if (allows(unit, dump) && isOpen(dump, unit.material())) {
                        leg(group, unit, dump, true).ifPresent(found::add);
                    }
                    leg(group, unit, dump, false).ifPresent(found::add);
                }
            }
        }
        return List.copyOf(found);
    }

    /** Whether trucks may still be sent to a dump with a material. */
    boolean isOpen(DumpPoint dump, Material material) {
        return open.open(dump.locationId(), material);
    }

    /** Whether the dig plan allows to haul from a loading unit to a dump that is not full. */
    boolean allows(LoadingUnit unit, DumpPoint dump) {
        return dump.accepts(unit.material())
                && targets.takes(dump.locationId(), unit.material())
                && targets.face(unit.faceId())
                        .filter(goal -> goal.work().allows(dump.locationId()))
                        .isPresent();
    }

    /**
     * One leg with its cost; empty when no open route exists, trucks of the class cannot climb the
     * route, or the loading unit cannot load them.
     */
    Optional<Leg> leg(TruckGroup group, LoadingUnit unit, DumpPoint dump, boolean loaded) {
        String from = loaded ? unit.faceId() : dump.locationId();
        String to = loaded ? dump.locationId() : unit.faceId();
        double loadingS = loadingS(unit, group.truckClass());
        return loadingS > 0 && Double.isFinite(loadingS)
                ? hauls.trip(group.truckClass(), loaded, from, to)
                        .map(trip -> priced(group, unit, dump, loaded, trip))
                : Optional.empty();
    }

    private Leg priced(
            TruckGroup group, LoadingUnit unit, DumpPoint dump, boolean loaded, TripCost trip) {
        TruckClass truckClass = group.truckClass();
        double travelHours = trip.seconds() / 3_600 * settings.travelTimeFactor();
        double handlingS =
                settings.loadQueueS()
                        + settings.spotS()
                        + loadingS(unit, truckClass)
                        + settings.dumpQueueS()
                        + settings.dumpS();
        double handlingHours = loaded ? handlingS / 3_600 : 0;
        double litres = trip.litres() * group.ratio();
        double burntL = litres + handlingHours * group.idleLph();
        double refuelHours =
                burntL
                        / (truckClass.tankL() * settings.usableTankShare())
                        * settings.refuelS()
                        / 3_600;
        return new Leg(
                group,
                unit,
                dump,
                loaded,
                litres,
                travelHours,
                travelHours + handlingHours + refuelHours,
                refuelHours);
    }

    /**
     * The mean loading time, s: the measured one if available, otherwise the one that the {@link
     * HaulModel} predicts.
     */
    double loadingS(LoadingUnit unit, TruckClass truckClass) {
        Double measuredS = situation.measuredLoadingS().get(unit.id());
        return measuredS == null ? model.loadingS(unit, truckClass) : measuredS;
    }

    /** The loading time of a loaded leg, h per trip. */
    double loadingHours(Leg leg) {
        return loadingS(leg.unit(), leg.truckClass()) / 3_600;
    }

    /**
     * The share that one load per hour has in the time for which a loading unit may be planned to
     * be busy.
     */
    double busyShare(LoadingUnit unit, TruckClass truckClass) {
        return (loadingS(unit, truckClass) + settings.spotS())
                / (3_600 * settings.maxUnitUtilisation());
    }

    /** The highest rate of a dump, trips per hour; infinite when dumping takes no time. */
    double maxDumpsPerHour(DumpPoint dump) {
        return 3_600 * Math.max(1, dump.bays()) / settings.dumpS();
    }

    /** Trucks that can refuel at the same time; infinite for a mine without fuel bays. */
    double fuelBayPlaces() {
        int bays = site.locationsOf(LocationKind.FUEL_BAY).size();
        return bays == 0 ? Double.POSITIVE_INFINITY : bays * settings.trucksPerFuelBay();
    }

    /** The share of the hours left in which a truck in service works in cycles. */
    double utilisation() {
        double hours = work.hoursLeft();
        return hours > 0 && Double.isFinite(hours)
                ? settings.utilisation()
                        * BreakTime.workingShare(site.digPlan(), situation.at(), hours, settings)
                : settings.utilisation();
    }

    /** Whether the break of all operators fills the hours left. */
    boolean isOnBreak() {
        return utilisation() == 0;
    }

    /** Number of usable loading units at a face. */
    long unitsAt(String faceId) {
        return units.stream().filter(unit -> unit.faceId().equals(faceId)).count();
    }

    /** Number of usable trucks per class; classes without usable trucks are left out. */
    Map<String, Integer> availableTrucks() {
        Map<String, Integer> available = new LinkedHashMap<>();
        trucks.forEach(truck -> available.merge(truck.className(), 1, Integer::sum));
        return available;
    }

    List<TruckGroup> groups() {
        return groups;
    }

    Targets targets() {
        return targets;
    }

    WorkLeft work() {
        return work;
    }

    HaulModel model() {
        return model;
    }

    FleetSituation situation() {
        return situation;
    }

    /** The prices of trips that a plan is made with. */
    PlanPrices prices() {
        Set<PricedPassage> passages = new HashSet<>();
        for (Leg leg : legs) {
            passages.addAll(hauls.passages(leg.truckClass(), leg.loaded(), leg.from(), leg.to()));
        }
        return situation.prices().usedWith(model.priceModel(), passages);
    }

    MineSite site() {
        return site;
    }

    PlannerSettings settings() {
        return settings;
    }

    List<Truck> trucks() {
        return trucks;
    }

    List<LoadingUnit> units() {
        return units;
    }

    List<DumpPoint> dumps() {
        return dumps;
    }

    List<Leg> legs() {
        return legs;
    }
}
