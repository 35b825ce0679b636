package io.fueloptimine.models.dispatch.plan;

import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.dispatch.fleet.OpenWork;
import io.fueloptimine.models.dispatch.fleet.TruckStatus;
import io.fueloptimine.models.dispatch.price.HaulCosts;
import io.fueloptimine.models.dispatch.price.HaulModel;
import io.fueloptimine.models.dispatch.price.TripCost;
import io.fueloptimine.models.mine.DispatchPlan;
import io.fueloptimine.models.mine.DumpPoint;
import io.fueloptimine.models.mine.LoadingUnit;
import io.fueloptimine.models.mine.Material;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.PlanPrices;
import io.fueloptimine.models.mine.PlannedFlow;
import io.fueloptimine.models.mine.Truck;
import io.fueloptimine.models.mine.TruckClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
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
    private final List<Truck> trucks;
    private final List<LoadingUnit> units;
    private final List<DumpPoint> dumps;
    private final List<Leg> legs;

    FlowProblem(
            MineSite site, FleetSituation situation, PlannerSettings settings, HaulModel model) {
        this(site, situation, settings, model, OpenWork.ALL);
    }

    /**
     * @param work the faces and dumps that a plan may use
     */
    FlowProblem(
            MineSite site,
            FleetSituation situation,
            PlannerSettings settings,
            HaulModel model,
            OpenWork work) {
        this.site = site;
        this.situation = situation;
        this.settings = settings;
        this.model = model;
        this.hauls =
                model.costs(
                        situation.closedSegmentIds(),
                        situation.extraRollingResistancePct(),
                        situation.prices());
        this.trucks = usableTrucks(site, situation);
        this.units =
                site.loadingUnits().stream()
                        .filter(unit -> situation.isUp(unit.id()) && work.open(unit.faceId()))
                        .toList();
        this.dumps = site.dumps().stream().filter(d -> situation.isUp(d.locationId())).toList();
        this.legs = openLegs(work);
    }

    private static List<Truck> usableTrucks(MineSite site, FleetSituation situation) {
        Map<String, TruckStatus> known =
                situation.trucks().stream()
                        .collect(Collectors.toMap(TruckStatus::truckId, t -> t, (a, b) -> b));
        return site.trucks().stream()
                .filter(truck -> situation.isUp(truck.id()))
                .filter(truck -> known.containsKey(truck.id()) && known.get(truck.id()).available())
                .toList();
    }

    private List<Leg> openLegs(OpenWork work) {
        List<Leg> open = new ArrayList<>();
        for (TruckClass truckClass : classes()) {
            for (LoadingUnit unit : units) {
                for (DumpPoint dump : dumps) {
                    if (dump.accepts(unit.material())
                            && work.open(dump.locationId(), unit.material())) {
                        leg(truckClass, unit, dump, true).ifPresent(open::add);
                    }
                    leg(truckClass, unit, dump, false).ifPresent(open::add);
                }
            }
        }
        return List.copyOf(open);
    }

    /**
     * One leg with its cost; empty when no open route exists or trucks of the class cannot climb
     * the route.
     */
    Optional<Leg> leg(TruckClass truckClass, LoadingUnit unit, DumpPoint dump, boolean loaded) {
        String from = loaded ? unit.faceId() : dump.locationId();
        String to = loaded ? dump.locationId() : unit.faceId();
        return hauls.trip(truckClass, loaded, from, to)
                .map(trip -> priced(truckClass, unit, dump, loaded, trip));
    }

    private Leg priced(
            TruckClass truckClass,
            LoadingUnit unit,
            DumpPoint dump,
            boolean loaded,
            TripCost trip) {
        double travelHours = trip.seconds() / 3_600 * settings.travelTimeFactor();
        double handlingS =
                settings.loadQueueS()
                        + settings.spotS()
                        + loadingS(unit, truckClass)
                        + settings.dumpQueueS()
                        + settings.dumpS();
        double handlingHours = loaded ? handlingS / 3_600 : 0;
        double burntL = trip.litres() + handlingHours * truckClass.idleLph();
        double refuelHours =
                burntL
                        / (truckClass.tankL() * settings.usableTankShare())
                        * settings.refuelS()
                        / 3_600;
        return new Leg(
                truckClass,
                unit,
                dump,
                loaded,
                trip.litres(),
                travelHours,
                travelHours + handlingHours + refuelHours);
    }

    /**
     * The mean loading time, s: the measured one if available, otherwise the one that the {@link
     * HaulModel} predicts.
     */
    double loadingS(LoadingUnit unit, TruckClass truckClass) {
        Double measuredS = situation.measuredLoadingS().get(unit.id());
        return measuredS == null ? model.loadingS(unit, truckClass) : measuredS;
    }

    /**
     * The share that one load per hour has in the time for which a loading unit may be planned to
     * be busy.
     */
    double busyShare(LoadingUnit unit, TruckClass truckClass) {
        return (loadingS(unit, truckClass) + settings.spotS())
                / (3_600 * settings.maxUnitUtilisation());
    }

    /** The highest rate of a dump, trips per hour. */
    double maxDumpsPerHour(DumpPoint dump) {
        return 3_600 * Math.max(1, dump.bays()) / settings.dumpS();
    }

    /**
     * The penalties for unmet targets, L/h.
     *
     * @param ofMaterial planned rate of a material, t/h
     * @param atDump planned rate at a dump, t/h
     */
    double penalty(ToDoubleFunction<Material> ofMaterial, ToDoubleFunction<DumpPoint> atDump) {
        double penaltyL = 0;
        for (Material material : Material.values()) {
            double shortTph = site.digPlan().tph(material) - ofMaterial.applyAsDouble(material);
            penaltyL += Math.max(0, shortTph) * settings.shortfallLpt();
        }
        for (DumpPoint dump : dumps) {
            double underTph = dump.minTph() - atDump.applyAsDouble(dump);
            penaltyL += Math.max(0, underTph) * settings.dumpMinimumLpt();
        }
        return penaltyL;
    }

    /** The penalties for the targets that a plan does not meet, L/h. */
    double penalty(DispatchPlan plan) {
        return penalty(
                material -> tph(plan, flow -> digs(flow.fromLocationId(), material)),
                dump -> tph(plan, flow -> flow.toLocationId().equals(dump.locationId())));
    }

    private static double tph(DispatchPlan plan, Predicate<PlannedFlow> which) {
        return plan.flows().stream()
                .filter(PlannedFlow::loaded)
                .filter(which)
                .mapToDouble(PlannedFlow::tonnesPerHour)
                .sum();
    }

    private boolean digs(String faceId, Material material) {
        return units.stream()
                .anyMatch(unit -> unit.faceId().equals(faceId) && unit.material() == material);
    }

    /** Number of usable trucks per class; classes without usable trucks are left out. */
    Map<String, Integer> availableTrucks() {
        Map<String, Integer> available = new LinkedHashMap<>();
        trucks.forEach(truck -> available.merge(truck.className(), 1, Integer::sum));
        return available;
    }

    List<TruckClass> classes() {
        return availableTrucks().keySet().stream().map(site::truckClass).toList();
    }

    /** The prices of trips that a plan is made with. */
    PlanPrices prices() {
        return situation.prices().usedWith(model.priceModel());
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
