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
    public FleetState withReading(FleetState picture, Reading reading) {
        boolean truck = reading.kind() == EquipmentKind.HAULTRUCK;
        FleetState heard = picture.withReading(reading.machineId(), reading.time(), truck);
        if (truck && reading.state() != null) {
            return withTruckState(heard, reading.machineId(), reading.state(), reading.time());
        }
        if (truck && reading.telemetry() != null) {
            return withLevel(heard, reading.machineId(), reading.telemetry().fuelLevelPct());
        }
        if (reading.kind() == EquipmentKind.SHOVEL && reading.state() != null) {
            return unitSaid(heard, reading.machineId(), reading.state(), reading.time());
        }
        return heard;
    }

    /**
     * The state after a trigger: a road closed or opened, a machine down or back in service, or a
     * change of weather.
     */
    public FleetState withTrigger(FleetState picture, PlanTrigger trigger) {
        return switch (trigger.cause()) {
            case ROAD_WET -> picture.withWet(true);
            case ROAD_DRY -> picture.withWet(false);
            case ROAD_CLOSED -> onSubject(picture, trigger, true);
            case ROAD_OPEN -> onSubject(picture, trigger, false);
            case MACHINE_DOWN -> onMachine(picture, trigger, false);
            case MACHINE_UP -> onMachine(picture, trigger, true);
            default -> picture;
        };
    }

    /** Whether every truck of the mine has reported. */
    public boolean hasEveryTruck(FleetState picture) {
        return picture.trucks().size() >= site.trucks().size();
    }

    /** The planner's input at the fleet's current time. */
    public FleetSituation situation(FleetState picture) {
        Instant now = picture.clock().at();
        List<TruckStatus> trucks =
                picture.trucks().values().stream()
                        .map(truck -> heardLately(picture, truck, now))
                        .toList();
        Map<String, Double> loadingS = new LinkedHashMap<>();
        picture.loading()
                .forEach(
                        (unit, mean) -> {
                            if (mean.tellsEnough()) {
                                loadingS.put(unit, mean.meanS());
                            }
                        });
        return new FleetSituation(
                site.site(),
                now,
                picture.closedSegmentIds(),
                picture.downMachineIds(),
                trucks,
                loadingS,
                picture.wet() ? wetRoadResistancePct : 0);
    }

    private static FleetState onSubject(FleetState picture, PlanTrigger trigger, boolean closed) {
        return trigger.subject() == null ? picture : picture.withRoad(trigger.subject(), !closed);
    }

    private static FleetState onMachine(FleetState picture, PlanTrigger trigger, boolean up) {
        return trigger.subject() == null ? picture : picture.withMachine(trigger.subject(), up);
    }

    private static FleetState withTruckState(
            FleetState picture, String truckId, StateChange said, Instant at) {
        TruckStatus before = picture.trucks().get(truckId);
        if (before != null && before.since() != null && at.isBefore(before.since())) {
            return picture;
        }
        boolean down = said.stopReason() == StopReason.DOWN;
        Double levelPct =
                said.fuelLevelPct() != null || before == null
                        ? said.fuelLevelPct()
                        : before.fuelLevelPct();
        return picture.withMachine(truckId, !down)
                .withTruck(
                        new TruckStatus(
                                truckId,
                                said.state(),
                                said.locationId(),
                                said.destinationId(),
                                said.payloadT(),
                                taskOf(said.state()),
                                levelPct,
                                !down,
                                said.state() == ProductionState.PARKED,
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

    private static FleetState withLevel(FleetState picture, String truckId, Double levelPct) {
        TruckStatus truck = picture.trucks().get(truckId);
        return truck == null || levelPct == null
                ? picture
                : picture.withTruck(truck.withFuelLevelPct(levelPct));
    }

    private static FleetState unitSaid(
            FleetState picture, String unitId, StateChange said, Instant at) {
        LoadingMean mean = picture.loading().getOrDefault(unitId, LoadingMean.none());
        LoadingMean next =
                said.state() == ProductionState.LOADING ? mean.started(at) : mean.ended(at);
        return picture.withLoading(unitId, next)
                .withMachine(unitId, said.stopReason() != StopReason.DOWN);
    }

    private TruckStatus heardLately(FleetState picture, TruckStatus truck, Instant now) {
        Instant heardAt = picture.heardAt().get(truck.truckId());
        boolean silent = heardAt == null || heardAt.plusSeconds(silentAfterS).isBefore(now);
        return silent ? truck.unavailable() : truck;
    }
}
