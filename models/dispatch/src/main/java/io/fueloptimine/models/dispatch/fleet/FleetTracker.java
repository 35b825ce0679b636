package io.fueloptimine.models.dispatch.fleet;

import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.PlanTrigger;
import io.fueloptimine.models.mine.ProductionState;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.RoadSegment;
import io.fueloptimine.models.mine.StateChange;
import io.fueloptimine.models.mine.StopReason;
import io.fueloptimine.models.mine.Task;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Updates the {@link FleetState} and the reports of machines with readings and triggers, and
 * derives the planner's input from them. The readings must be of {@link FleetMachines}; triggers of
 * machines and roads that the mine does not have are ignored. Thread-safe.
 */
public final class FleetTracker {

    private final MineSite site;
    private final FleetMachines machines;
    private final Set<String> roadIds;
    private final long silentAfterS;
    private final double wetRoadResistancePct;

    public FleetTracker(MineSite site, FleetSettings settings) {
        this.site = site;
        this.machines = new FleetMachines(site);
        this.roadIds = site.roads().stream().map(RoadSegment::id).collect(Collectors.toSet());
        this.silentAfterS = settings.silentAfterS();
        this.wetRoadResistancePct = settings.wetRoadResistancePct();
    }

    /**
     * The fleet's state after a reading of one of its machines.
     *
     * @param before the truck's report before the reading; null before the truck's first reading,
     *     and for loading units
     */
    public FleetState withReading(FleetState fleet, TruckReport before, Reading reading) {
        FleetState timed =
                fleet.withClock(fleet.clock().withReport(reading.machineId(), reading.time()));
        boolean outdated = before != null && before.isNewerThan(reading.time());
        return reading.state() == null || outdated
                ? timed
                : timed.withMachine(reading.machineId(), !isDown(reading.state()));
    }

    /**
     * The report of a truck after one of its readings.
     *
     * @param before the report of the truck before the reading; null before the first reading
     */
    public TruckReport withReading(TruckReport before, Reading reading) {
        TruckStatus status = before == null ? null : before.status();
        Instant at = reading.time();
        Instant reportedAt =
                before == null || at.isAfter(before.reportedAt()) ? at : before.reportedAt();
        if (reading.state() != null && (before == null || !before.isNewerThan(at))) {
            status = statusAfter(status, reading.machineId(), reading.state(), at);
        } else if (reading.telemetry() != null && status != null) {
            Double levelPct = reading.telemetry().fuelLevelPct();
            status = levelPct == null ? status : status.withFuelLevelPct(levelPct);
        }
        return new TruckReport(status, reportedAt);
    }

    /**
     * The loading times of a loading unit after one of its changes of state.
     *
     * @param before the loading times before the change of state; null before the first change of
     *     state
     */
    public LoadingTimeMean withReading(LoadingTimeMean before, Reading reading) {
        LoadingTimeMean mean = before == null ? LoadingTimeMean.none() : before;
        return reading.state().state() == ProductionState.LOADING
                ? mean.started(reading.time())
                : mean.ended(reading.time());
    }

    /**
     * The state after a trigger: a road closed or opened, a machine down or back in service, or a
     * change of weather.
     */
    public FleetState withTrigger(FleetState fleet, PlanTrigger trigger) {
        return switch (trigger.cause()) {
            case ROAD_WET -> fleet.withWet(true);
            case ROAD_DRY -> fleet.withWet(false);
            case ROAD_CLOSED -> onRoad(fleet, trigger.subject(), false);
            case ROAD_OPEN -> onRoad(fleet, trigger.subject(), true);
            case MACHINE_DOWN -> onMachine(fleet, trigger.subject(), false);
            case MACHINE_UP -> onMachine(fleet, trigger.subject(), true);
            default -> fleet;
        };
    }

    /** Whether every truck of the mine has reported its state. */
    public boolean hasEveryTruck(Collection<TruckReport> reports) {
        return planned(reports).count() >= site.trucks().size();
    }

    /**
     * The planner's input at the fleet's current time.
     *
     * @param reports the reports of trucks
     * @param loading the loading times by loading unit
     */
    public FleetSituation situation(
            FleetState fleet,
            Collection<TruckReport> reports,
            Map<String, LoadingTimeMean> loading) {
        Instant now = fleet.clock().at();
        List<TruckStatus> trucks =
                planned(reports)
                        .map(report -> report.statusAt(now, silentAfterS))
                        .sorted(Comparator.comparing(TruckStatus::truckId))
                        .toList();
        Map<String, Double> loadingS = new TreeMap<>();
        loading.forEach(
                (unit, mean) -> {
                    if (mean.hasEnoughLoads() && machines.hasLoadingUnit(unit)) {
                        loadingS.put(unit, mean.meanS());
                    }
                });
        return new FleetSituation(
                site.site(),
                now,
                fleet.closedSegmentIds(),
                fleet.downMachineIds(),
                trucks,
                loadingS,
                fleet.wet() ? wetRoadResistancePct : 0);
    }

    /**
     * The reports of trucks of the mine. Restored state can contain reports of trucks that the mine
     * no longer has.
     */
    private Stream<TruckReport> planned(Collection<TruckReport> reports) {
        return reports.stream()
                .filter(report -> report.status() != null)
                .filter(report -> machines.hasTruck(report.status().truckId()));
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
                        || site.dump(machineId).isPresent();
        return known ? fleet.withMachine(machineId, up) : fleet;
    }

    private static TruckStatus statusAfter(
            TruckStatus before, String truckId, StateChange change, Instant at) {
        Double levelPct =
                change.fuelLevelPct() != null || before == null
                        ? change.fuelLevelPct()
                        : before.fuelLevelPct();
        return new TruckStatus(
                truckId,
                change.state(),
                change.locationId(),
                change.destinationId(),
                change.payloadT(),
                taskOf(change.state()),
                levelPct,
                !isDown(change),
                change.state() == ProductionState.PARKED,
                at);
    }

    private static boolean isDown(StateChange change) {
        return change.stopReason() == StopReason.DOWN;
    }

    private static Task taskOf(ProductionState state) {
        return switch (state) {
            case DRIVING, SPOTTING, LOADING -> Task.LOAD;
            case HAULING, DUMPING -> Task.OFFLOAD;
            case PARKED, OFF -> Task.PARK;
            case QUEUED, STOPPED -> null;
        };
    }
}
