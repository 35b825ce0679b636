package io.fueloptimine.models.dispatch.fleet;

import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.Location;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.RoadSegment;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Updates the {@link FleetState} with readings and triggers, and derives the planner's input from
 * it. The readings must be of {@link FleetMachines}; triggers of machines and roads that the mine
 * does not have are ignored. Thread-safe.
 */
public final class FleetTracker {

    private final MineSite site;
    private final FleetMachines machines;
    private final TruckTracker trucks;
    private final Set<String> roadIds;
    private final Set<String> placeIds;
    private final long silentAfterS;
    private final double wetRoadResistancePct;

    public FleetTracker(MineSite site, FleetSettings settings) {
        this.site = site;
        this.machines = new FleetMachines(site);
        this.trucks = new TruckTracker(site);
        this.roadIds = site.roads().stream().map(RoadSegment::id).collect(Collectors.toSet());
        this.placeIds = site.locations().stream().map(Location::id).collect(Collectors.toSet());
        this.silentAfterS = settings.silentAfterS();
        this.wetRoadResistancePct = settings.wetRoadResistancePct();
    }

    /**
     * The fleet's state after a reading of one of its machines. A change of state that is older
     * than the machine's last one changes only the fleet's time.
     */
    public FleetState withReading(FleetState fleet, Reading reading) {
        FleetState timed = withTime(fleet, reading);
        return switch (reading.kind()) {
            case HAULTRUCK -> trucks.withReading(timed, reading);
            case SHOVEL -> withUnit(timed, reading);
            case AUX, FUELBAY -> timed;
        };
    }

    private FleetState withTime(FleetState fleet, Reading reading) {
        FleetClock clock = fleet.clock().withReport(reading.machineId(), reading.time());
        ShiftProgress progress =
                clock.at() == null
                        ? fleet.progress()
                        : fleet.progress().at(site.digPlan(), clock.at());
        return fleet.with(clock, progress);
    }

    private static FleetState withUnit(FleetState fleet, Reading reading) {
        String unitId = reading.machineId();
        UnitState before = fleet.units().get(unitId);
        if (reading.state() == null || before != null && before.isNewerThan(reading.time())) {
            return fleet;
        }
        LoadingTimeMean mean = before == null ? LoadingTimeMean.none() : before.loadingTime();
        LoadingTimeMean after =
                reading.state().state() == ProductionState.LOADING
                        ? mean.started(reading.time())
                        : mean.ended(reading.time());
        return fleet.with(unitId, new UnitState(reading.time(), after))
                .withMachine(unitId, !Breakdowns.isDown(reading.state()));
    }

    /**
     * The state after a trigger: a road closed or opened, a machine down or back in service, or a
     * change of weather.
     */
    public FleetState withTrigger(FleetState fleet, PlanTrigger trigger) {
        return switch (trigger.cause()) {
            case ROAD_WET -> withResistance(fleet, wetRoadResistancePct);
            case ROAD_DRY -> withResistance(fleet, 0);
            case ROAD_CLOSED -> onRoad(fleet, trigger.subject(), false);
            case ROAD_OPEN -> onRoad(fleet, trigger.subject(), true);
            case MACHINE_DOWN -> onMachine(fleet, trigger.subject(), false);
            case MACHINE_UP -> onMachine(fleet, trigger.subject(), true);
            default -> fleet;
        };
    }

    private static FleetState withResistance(FleetState fleet, double extraResistancePct) {
        return fleet.withRoads(
                fleet.closedSegmentIds(), fleet.downMachineIds(), extraResistancePct);
    }

    /** Whether every truck of the mine has reported its state. */
    public boolean hasEveryTruck(FleetState fleet) {
        return reported(fleet).count() >= site.trucks().size();
    }

    /** The planner's input at the fleet's current time. */
    public FleetSituation situation(FleetState fleet) {
        Instant now = fleet.clock().at();
        List<TruckStatus> statuses =
                reported(fleet)
                        .sorted(Comparator.comparing(TruckState::truckId))
                        .map(truck -> statusOf(fleet, truck, now))
                        .toList();
        Map<String, Double> loadingS = new TreeMap<>();
        fleet.units()
                .forEach(
                        (unit, state) -> {
                            LoadingTimeMean mean = state.loadingTime();
                            if (mean.hasEnoughLoads() && machines.hasLoadingUnit(unit)) {
                                loadingS.put(unit, mean.meanS());
                            }
                        });
        FleetSituation situation =
                new FleetSituation(
                        site.site(),
                        now,
                        fleet.closedSegmentIds(),
                        fleet.downMachineIds(),
                        statuses,
                        loadingS,
                        fleet.extraRollingResistancePct());
        return fleet.progress().started()
                ? situation.withWorkLeft(fleet.progress().workLeft(site.digPlan(), now))
                : situation;
    }

    /**
     * The trucks of the mine that have reported a state. Restored state can contain trucks that the
     * mine no longer has.
     */
    private Stream<TruckState> reported(FleetState fleet) {
        return fleet.trucks().values().stream()
                .filter(truck -> truck.state() != null)
                .filter(truck -> machines.hasTruck(truck.truckId()));
    }

    private TruckStatus statusOf(FleetState fleet, TruckState truck, Instant now) {
        boolean silent = truck.reportedAt().plusSeconds(silentAfterS).isBefore(now);
        return new TruckStatus(
                truck.truckId(),
                truck.locationId(),
                truck.fuelLevelPct(),
                fleet.isUp(truck.truckId()) && !silent);
    }

    private FleetState onRoad(FleetState fleet, String segmentId, boolean open) {
        return segmentId != null && roadIds.contains(segmentId)
                ? fleet.withRoad(segmentId, open)
                : fleet;
    }

    private FleetState onMachine(FleetState fleet, String machineId, boolean up) {
        boolean known =
                machines.hasTruck(machineId)
                        || machines.hasLoadingUnit(machineId)
                        || placeIds.contains(machineId);
        return known ? fleet.withMachine(machineId, up) : fleet;
    }
}
