package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.dispatch.fleet.OpenWork;
import io.fueloptimine.models.dispatch.fleet.TruckState;
import io.fueloptimine.models.dispatch.plan.LegKey;
import io.fueloptimine.models.dispatch.price.HaulCosts;
import io.fueloptimine.models.dispatch.price.TripCost;
import io.fueloptimine.models.mine.DumpPoint;
import io.fueloptimine.models.mine.LoadingUnit;
import io.fueloptimine.models.mine.Location;
import io.fueloptimine.models.mine.LocationKind;
import io.fueloptimine.models.mine.Material;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.ReasonCode;
import io.fueloptimine.models.mine.Task;
import io.fueloptimine.models.mine.Truck;
import io.fueloptimine.models.mine.TruckClass;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The possible destinations of one truck, each with its cost in litres: fuel of the trip, waiting,
 * the value of a loading unit that would otherwise have no truck, and the number of trips behind
 * the plan. Used for a single decision.
 */
final class DestinationCosts {

    /**
     * Cost added to a destination outside the truck's fixed pair while there is no plan, L. Such a
     * destination is therefore chosen only if the pair is not available.
     */
    private static final double NOT_THE_PAIR_L = 10_000;

    private final MineSite site;
    private final AssignerSettings settings;
    private final OpenWork work;
    private final HaulCosts hauls;
    private final LoadingQueues queues;
    private final AssignmentState state;
    private final Truck truck;
    private final TruckClass truckClass;
    private final String from;
    private final Instant at;

    DestinationCosts(
            MineSite site,
            AssignerSettings settings,
            OpenWork work,
            HaulCosts hauls,
            LoadingQueues queues,
            AssignmentState state,
            Truck truck,
            String from,
            Instant at) {
        this.site = site;
        this.settings = settings;
        this.work = work;
        this.hauls = hauls;
        this.queues = queues;
        this.state = state;
        this.truck = truck;
        this.truckClass = site.truckClass(truck.className());
        this.from = from;
        this.at = at;
    }

    /** The loading unit with the lowest cost; empty when none can be reached. */
    Optional<TaskOption> bestUnit(List<String> refused) {
        return best(
                site.loadingUnits().stream()
                        .filter(unit -> isUp(unit.id()) && work.open(unit.faceId()))
                        .filter(unit -> !refused.contains(unit.faceId()))
                        .flatMap(unit -> toUnit(unit).stream()));
    }

    /**
     * The dump with the lowest cost for a material; empty when none can be reached. A load that is
     * on a truck must be dumped, so when no dump is open for the material, closed ones count too.
     */
    Optional<TaskOption> bestDump(Material material, List<String> refused) {
        return bestDump(material, refused, true).or(() -> bestDump(material, refused, false));
    }

    private Optional<TaskOption> bestDump(
            Material material, List<String> refused, boolean openOnly) {
        return best(
                site.dumps().stream()
                        .filter(dump -> dump.accepts(material))
                        .filter(dump -> !openOnly || work.open(dump.locationId(), material))
                        .filter(dump -> isUp(dump.locationId()))
                        .filter(dump -> !refused.contains(dump.locationId()))
                        .flatMap(dump -> toDump(dump, material).stream()));
    }

    /** The nearest location of a kind with a free place; empty when there is none. */
    Optional<TaskOption> nearest(LocationKind kind, Task task, int places, List<String> refused) {
        return best(
                site.locationsOf(kind).stream()
                        .filter(place -> isUp(place.id()) && !refused.contains(place.id()))
                        .filter(place -> boundFor(task, place.id()) < places)
                        .flatMap(place -> toPlace(place, task).stream()));
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

    private Optional<TaskOption> toUnit(LoadingUnit unit) {
        return hauls.trip(truckClass, false, from, unit.faceId())
                .map(
                        trip -> {
                            double waitS = queues.waitS(unit, trip.seconds());
                            boolean isPair = unit.id().equals(truck.pairedLoadingUnitId());
                            double costL =
                                    trip.litres()
                                            + waitingL(waitS)
                                            - (queues.isServed(unit) ? 0 : settings.hangL())
                                            + planCostL(false, unit.faceId(), isPair);
                            return choice(
                                    Task.LOAD, unit.faceId(), unit.id(), costL, pairEmptyL(trip));
                        });
    }

    private Optional<TaskOption> toDump(DumpPoint dump, Material material) {
        String place = dump.locationId();
        return hauls.trip(truckClass, true, from, place)
                .map(
                        trip -> {
                            double bound = boundFor(Task.OFFLOAD, place);
                            double queueS = bound / Math.max(1, dump.bays()) * settings.dumpS();
                            double waitS = Math.max(0, queueS - trip.seconds());
                            boolean isPair = place.equals(truck.pairedDumpId());
                            double costL =
                                    trip.litres()
                                            + waitingL(waitS)
                                            + planCostL(true, place, isPair);
                            double pairL = pairLoadedL(material, trip);
                            return choice(Task.OFFLOAD, place, null, costL, pairL);
                        });
    }

    private Optional<TaskOption> toPlace(Location place, Task task) {
        return hauls.trip(truckClass, false, from, place.id())
                .map(trip -> choice(task, place.id(), null, trip.litres(), 0));
    }

    private TaskOption choice(Task task, String place, String unitId, double costL, double savedL) {
        List<String> way = hauls.segmentIds(from, place);
        ReasonCode reason = state.plan() == null ? ReasonCode.FIXED_PAIR : ReasonCode.PLAN;
        return new TaskOption(task, place, unitId, way, costL, reason, savedL);
    }

    /** Fuel of the empty leg to the pair's loading unit minus fuel of the chosen trip, L. */
    private double pairEmptyL(TripCost chosen) {
        return site.loadingUnit(truck.pairedLoadingUnitId())
                .filter(unit -> isUp(unit.id()))
                .flatMap(unit -> hauls.trip(truckClass, false, from, unit.faceId()))
                .map(pair -> pair.litres() - chosen.litres())
                .orElse(0.0);
    }

    /**
     * Fuel of the loaded leg to the pair's dump minus fuel of the chosen trip, L; 0 when the pair's
     * dump is not available.
     */
    private double pairLoadedL(Material material, TripCost chosen) {
        return site.dump(truck.pairedDumpId())
                .filter(dump -> dump.accepts(material) && isUp(dump.locationId()))
                .flatMap(dump -> hauls.trip(truckClass, true, from, dump.locationId()))
                .map(pair -> pair.litres() - chosen.litres())
                .orElse(0.0);
    }

    private double planCostL(boolean loaded, String place, boolean isPair) {
        if (state.plan() == null) {
            return isPair ? 0 : NOT_THE_PAIR_L;
        }
        double behindThere = 0;
        boolean planned = false;
        for (var tripCount : state.tripCounts().entrySet()) {
            if (LegKey.leadsTo(tripCount.getKey(), loaded, place)) {
                behindThere += tripCount.getValue().behind(at);
                planned |= LegKey.isOf(tripCount.getKey(), truckClass.name());
            }
        }
        LegTripCount leg =
                state.tripCounts().get(LegKey.of(truckClass.name(), loaded, from, place));
        double behindOnLeg = leg == null ? 0 : leg.behind(at);
        return (planned ? 0 : settings.offPlanL())
                - settings.behindPlanL() * (bounded(behindThere) + bounded(behindOnLeg));
    }

    private double bounded(double trips) {
        return Math.max(-settings.maxTripsBehind(), Math.min(settings.maxTripsBehind(), trips));
    }

    private double waitingL(double waitS) {
        return waitS / 3_600 * settings.waitingLph();
    }

    private double litres(boolean loaded, String start, String end) {
        return hauls.trip(truckClass, loaded, start, end).map(TripCost::litres).orElse(0.0);
    }

    private long boundFor(Task task, String place) {
        return others().filter(taskState -> taskState.isBoundFor(task, place)).count();
    }

    private Stream<TruckState> others() {
        return state.fleet().trucks().values().stream()
                .filter(d -> !d.truckId().equals(truck.id()));
    }

    private boolean isUp(String machineId) {
        return !state.fleet().downMachineIds().contains(machineId);
    }

    private static Optional<TaskOption> best(Stream<TaskOption> choices) {
        return choices.min(
                Comparator.comparingDouble(TaskOption::costL)
                        .thenComparing(TaskOption::destinationId)
                        .thenComparing(choice -> String.valueOf(choice.unitId())));
    }
}
