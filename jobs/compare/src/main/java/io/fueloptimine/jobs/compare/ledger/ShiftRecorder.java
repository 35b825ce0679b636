package io.fueloptimine.jobs.compare.ledger;

import io.fueloptimine.jobs.simulator.observation.HauledLoad;
import io.fueloptimine.jobs.simulator.observation.MineObserver;
import io.fueloptimine.jobs.simulator.observation.TruckTimeCategory;
import io.fueloptimine.jobs.simulator.pit.PitSettings;
import io.fueloptimine.models.dispatch.ledger.ShiftWork;
import io.fueloptimine.models.mine.consumption.EffectiveFlatHaul;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.RoadNetwork;
import io.fueloptimine.models.mine.site.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Records what the ledger would read of a simulated mine, shift by shift: litres by state and haul
 * cycles, as the sensors of the trucks measure them. Not thread-safe.
 */
final class ShiftRecorder implements MineObserver {

    private static final Duration SHIFT = Duration.ofHours(12);

    private final MineSite mine;
    private final RoadNetwork roads;
    private final ToDoubleFunction<String> fuelSensor;
    private final ToDoubleFunction<String> payloadSensor;
    private final List<ShiftWork> shifts = new ArrayList<>();
    private final Map<String, Double> cycleL = new HashMap<>();
    private final Map<String, String> lastDump = new HashMap<>();
    private final Map<String, Route> routes = new HashMap<>();
    private int current;

    /**
     * @param shifts number of shifts of the run
     * @param fuelSensor measured divided by true litres of a truck
     * @param payloadSensor measured divided by true payload of a truck
     */
    ShiftRecorder(
            MineSite mine,
            int shifts,
            ToDoubleFunction<String> fuelSensor,
            ToDoubleFunction<String> payloadSensor) {
        this.mine = mine;
        this.fuelSensor = fuelSensor;
        this.payloadSensor = payloadSensor;
        roads = new RoadNetwork(mine.locations(), mine.roads());
        for (int i = 0; i < shifts; i++) {
            Instant start = PitSettings.DEFAULT_START.plus(SHIFT.multipliedBy(i));
            this.shifts.add(
                    ShiftWork.none(mine.site(), start, start.plus(SHIFT))
                            .with(
                                    ProductionState.OFF,
                                    0,
                                    mine.trucks().size() * SHIFT.toSeconds()));
        }
    }

    /** Sets the time of what is reported next (UTC). */
    void at(Instant now) {
        long sinceStart = Duration.between(PitSettings.DEFAULT_START, now).toSeconds();
        current = (int) (sinceStart / SHIFT.toSeconds());
    }

    /** The shifts of the run, in the order of time. */
    List<ShiftWork> shifts() {
        return List.copyOf(shifts);
    }

    @Override
    public void time(String truckId, TruckTimeCategory category, double seconds, double litres) {
        double measuredL = litres * fuelSensor.applyAsDouble(truckId);
        shifts.set(current, shifts.get(current).with(stateOf(category), measuredL, 0));
        if (category != TruckTimeCategory.OUTSIDE && category != TruckTimeCategory.OTHER_TRAVEL) {
            cycleL.merge(truckId, measuredL, Double::sum);
        }
    }

    @Override
    public void hauled(HauledLoad load) {
        String before = lastDump.put(load.truckId(), load.dumpId());
        shifts.set(current, shifts.get(current).with(cycleOf(load), before));
    }

    private static ProductionState stateOf(TruckTimeCategory category) {
        return switch (category) {
            case LOADED -> ProductionState.HAULING;
            case EMPTY, OTHER_TRAVEL -> ProductionState.DRIVING;
            case SHOVEL_QUEUE, DUMP_QUEUE -> ProductionState.QUEUED;
            case SPOT -> ProductionState.SPOTTING;
            case LOAD -> ProductionState.LOADING;
            case DUMP -> ProductionState.DUMPING;
            case OUTSIDE -> ProductionState.STOPPED;
        };
    }

    private HaulCycle cycleOf(HauledLoad load) {
        Route route =
                routes.computeIfAbsent(
                        load.faceId() + load.dumpId(),
                        key ->
                                roads.shortest(load.faceId(), load.dumpId(), Set.of())
                                        .orElseThrow());
        double climbM = route.legs().stream().mapToDouble(leg -> Math.max(0, leg.riseM())).sum();
        Instant at = Instant.ofEpochMilli(load.atMs());
        return new HaulCycle(
                load.truckId() + "/" + load.atMs(),
                mine.site(),
                load.truckId(),
                null,
                null,
                load.unitId(),
                load.faceId(),
                load.dumpId(),
                at,
                at,
                at,
                at,
                at,
                load.tonnes() * payloadSensor.applyAsDouble(load.truckId()),
                null,
                null,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                route.lengthM(),
                null,
                EffectiveFlatHaul.ofClimbM(route.lengthM(), climbM),
                route.riseM(),
                cycleL.remove(load.truckId()),
                "telemetry",
                List.of(),
                null);
    }
}
