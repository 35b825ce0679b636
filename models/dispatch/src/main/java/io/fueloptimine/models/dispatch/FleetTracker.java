package io.fueloptimine.models.dispatch;

import io.fueloptimine.models.mine.EquipmentKind;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.PlanTrigger;
import io.fueloptimine.models.mine.ProductionState;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.StateChange;
import io.fueloptimine.models.mine.StopReason;
import io.fueloptimine.models.mine.Task;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Updates the {@link FleetState} with readings and triggers, and derives the planner's input from
 * it. Thread-safe.
 */
public final class FleetTracker {

    private final MineSite site;
    private final long silentAfterS;
    private final double wetRoadResistancePct;

    /**
     * @param silentAfterS time without a reading after which a truck is not planned, s
     * @param wetRoadResistancePct rolling resistance that wet roads add, % of weight
     */
    public FleetTracker(MineSite site, long silentAfterS, double wetRoadResistancePct) {
        this.site = site;
        this.silentAfterS = silentAfterS;
        this.wetRoadResistancePct = wetRoadResistancePct;
    }

    /** The state after a reading of a truck or loading unit. */
    public FleetState withReading(FleetState fleet, Reading reading) {
        boolean truck = reading.kind() == EquipmentKind.HAULTRUCK;
        FleetState updated = fleet.withReading(reading.machineId(), reading.time(), truck);
        if (truck && reading.state() != null) {
            return withTruckState(updated, reading.machineId(), reading.state(), reading.time());
        }
        if (truck && reading.telemetry() != null) {
            return withLevel(updated, reading.machineId(), reading.telemetry().fuelLevelPct());
        }
        if (reading.kind() == EquipmentKind.SHOVEL && reading.state() != null) {
            return withUnitState(updated, reading.machineId(), reading.state(), reading.time());
        }
        return updated;
    }

    /**
     * The state after a trigger: a road closed or opened, a machine down or back in service, or a
     * change of weather.
     */
    public FleetState withTrigger(FleetState fleet, PlanTrigger trigger) {
        return switch (trigger.cause()) {
            case ROAD_WET -> fleet.withWet(true);
            case ROAD_DRY -> fleet.withWet(false);
            case ROAD_CLOSED -> onSubject(fleet, trigger, true);
            case ROAD_OPEN -> onSubject(fleet, trigger, false);
            case MACHINE_DOWN -> onMachine(fleet, trigger, false);
            case MACHINE_UP -> onMachine(fleet, trigger, true);
            default -> fleet;
        };
    }

    /** Whether every truck of the mine has reported. */
    public boolean hasEveryTruck(FleetState fleet) {
        return fleet.trucks().size() >= site.trucks().size();
    }

    /** The planner's input at the fleet's current time. */
    public FleetSituation situation(FleetState fleet) {
        Instant now = fleet.clock().at();
        List<TruckStatus> trucks =
                fleet.trucks().values().stream()
                        .map(truck -> availableIfReporting(fleet, truck, now))
                        .toList();
        Map<String, Double> loadingS = new LinkedHashMap<>();
        fleet.loading()
                .forEach(
                        (unit, mean) -> {
                            if (mean.hasEnoughLoads()) {
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

    private static FleetState onSubject(FleetState fleet, PlanTrigger trigger, boolean closed) {
        return trigger.subject() == null ? fleet : fleet.withRoad(trigger.subject(), !closed);
    }

    private static FleetState onMachine(FleetState fleet, PlanTrigger trigger, boolean up) {
        return trigger.subject() == null ? fleet : fleet.withMachine(trigger.subject(), up);
    }

    private static FleetState withTruckState(
            FleetState fleet, String truckId, StateChange change, Instant at) {
        TruckStatus before = fleet.trucks().get(truckId);
        if (before != null && before.since() != null && at.isBefore(before.since())) {
            return fleet;
        }
        boolean down = change.stopReason() == StopReason.DOWN;
        Double levelPct =
                change.fuelLevelPct() != null || before == null
                        ? change.fuelLevelPct()
                        : before.fuelLevelPct();
        return fleet.withMachine(truckId, !down)
                .withTruck(
                        new TruckStatus(
                                truckId,
                                change.state(),
                                change.locationId(),
                                change.destinationId(),
                                change.payloadT(),
                                taskOf(change.state()),
                                levelPct,
                                !down,
                                change.state() == ProductionState.PARKED,
                                at));
    }

    private static Task taskOf(ProductionState state) {
        return switch (state) {
            case DRIVING, SPOTTING, LOADING -> Task.LOAD;
            case HAULING, DUMPING -> Task.OFFLOAD;
            case PARKED, OFF -> Task.PARK;
            case QUEUED, STOPPED -> null;
        };
    }

    private static FleetState withLevel(FleetState fleet, String truckId, Double levelPct) {
        TruckStatus truck = fleet.trucks().get(truckId);
        return truck == null || levelPct == null
                ? fleet
                : fleet.withTruck(truck.withFuelLevelPct(levelPct));
    }

    private static FleetState withUnitState(
            FleetState fleet, String unitId, StateChange change, Instant at) {
        LoadingTimeMean mean = fleet.loading().getOrDefault(unitId, LoadingTimeMean.none());
        LoadingTimeMean next =
                change.state() == ProductionState.LOADING ? mean.started(at) : mean.ended(at);
        return fleet.withLoading(unitId, next)
                .withMachine(unitId, change.stopReason() != StopReason.DOWN);
    }

    private TruckStatus availableIfReporting(FleetState fleet, TruckStatus truck, Instant now) {
        Instant reportedAt = fleet.reportedAt().get(truck.truckId());
        boolean silent = reportedAt == null || reportedAt.plusSeconds(silentAfterS).isBefore(now);
        return silent ? truck.unavailable() : truck;
    }
}
