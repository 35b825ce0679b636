package io.fueloptimine.jobs.simulator.auxiliary;

import io.fueloptimine.jobs.simulator.behaviour.DurationModel;
import io.fueloptimine.jobs.simulator.message.SensorResolution;
import io.fueloptimine.jobs.simulator.random.SeededRandom;
import io.fueloptimine.jobs.simulator.site.Atmosphere;
import io.fueloptimine.jobs.simulator.site.MachinePublisher;
import io.fueloptimine.jobs.simulator.site.PitContext;
import io.fueloptimine.jobs.simulator.state.MachineSnapshot;
import io.fueloptimine.jobs.simulator.station.FuelTank;
import io.fueloptimine.jobs.simulator.station.Stations;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.AuxMachine;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.Location;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A simulated grader, dozer or water truck. The machine alternates between work and idling around
 * its home location, and a fuel lorry refuels it there. Its vibration increases before a breakdown.
 * Not thread-safe.
 */
public final class SimulatedAuxMachine {

    private static final double TANK_HOURS = 14;
    private static final double IDLE_SHARE = 0.18;
    private static final double NORMAL_VIBRATION_MMS = 3.2;
    private static final double FAILING_FACTOR = 3.6;

    /**
     * Road that a grader repairs, and that a water truck waters, in a period of work, m; chosen.
     */
    private static final double GRADED_M = 2_000;

    private static final double WATERED_M = 10_000;

    private final AuxMachine machine;
    private final FuelTank tank;
    private final MachinePublisher publisher;
    private final SeededRandom random;
    private final PitContext context;
    private final Stations stations;
    private final int index;
    private final Location home;
    private double engineHours;
    private ProductionState state;
    private long nextAtMs;
    private long breakdownAtMs;
    private double effort = 1;
    private long updatedMs;

    /**
     * @param from the saved state from which the machine continues; null for a new machine
     */
    public SimulatedAuxMachine(
            PitContext context,
            Stations stations,
            AuxMachine machine,
            int index,
            MachineSnapshot from,
            long nowMs) {
        this.context = context;
        this.stations = stations;
        this.machine = machine;
        this.index = index;
        home = context.roads().location(machine.homeLocationId());
        publisher = new MachinePublisher(context, EquipmentKind.AUX, machine.id());
        random =
                from == null
                        ? SeededRandom.of(context.seed(), machine.id())
                        : new SeededRandom(from.randomState());
        double tankL = Math.rint(TANK_HOURS * machine.meanFuelRateLph());
        if (from == null) {
            tank =
                    new FuelTank(
                            tankL,
                            tankL * random.uniform(0.4, 0.95),
                            10_000 * random.uniform(2, 20));
            engineHours = random.uniform(1_000, 20_000);
        } else {
            tank = new FuelTank(tankL, from.fuelL(), from.burntL());
            engineHours = from.engineHours();
            publisher.restore(from.sequences());
            state = from.state();
        }
        updatedMs = nowMs;
        nextAtMs = nowMs;
        breakdownAtMs = nowMs + Math.round(3_600_000 * (1 + random.exponential(40)));
    }

    public AuxMachine machine() {
        return machine;
    }

    public MachineSnapshot snapshot() {
        return MachineSnapshot.ofAuxMachine(
                publisher.nextSequences(), random, tank, engineHours, state);
    }

    /** Applies breakdowns, starts the next period of work or idling, and refuels. */
    public void update(long nowMs) {
        settle(nowMs);
        if (context.down(machine.id(), nowMs) || nowMs >= breakdownAtMs) {
            updateBreakdown(nowMs);
        } else if (nowMs >= nextAtMs) {
            boolean work = state != ProductionState.DRIVING;
            if (state == ProductionState.DRIVING) {
                maintainRoads(nowMs);
            }
            double minutes = work ? random.uniform(40, 150) : random.uniform(5, 25);
            nextAtMs = nowMs + Math.round(60_000 * minutes);
            effort = work ? random.uniform(0.8, 1.25) : IDLE_SHARE;
            enter(work ? ProductionState.DRIVING : ProductionState.QUEUED, null, nowMs);
        }
        if (tank.levelPct() < 20) {
            double litres = 0.75 * tank.capacityL();
            stations.fieldFuelBay().dispense(machine.id(), tank, litres, nowMs - 480_000, nowMs);
        }
    }

    /** Publishes one telemetry message. */
    public void sample(long nowMs) {
        settle(nowMs);
        boolean on = state != ProductionState.STOPPED;
        double elevationM = home.elevationM() + 2 * Math.sin(nowMs / 300_000.0);
        Map<String, Object> body = new LinkedHashMap<>(32);
        body.put("equipmentClass", machine.className());
        body.put("operatorId", "OP-" + machine.id());
        body.put("productionState", state.wireName());
        body.put(
                "fuelRateLph",
                SensorResolution.to(rateLph(nowMs) * (1 + 0.05 * noise(nowMs, 1)), 0.05));
        body.put("totalFuelUsedL", SensorResolution.to(tank.burntL(), 0.5));
        body.put("fuelLevelPct", SensorResolution.to(tank.levelPct(), 0.4));
        body.put("engineLoadPct", SensorResolution.to(on ? Math.min(100, 70 * effort) : 0, 1));
        body.put("engineRpm", SensorResolution.to(on ? 800 + 950 * effort : 0, 0.125));
        body.put("engineHours", SensorResolution.to(engineHours, 0.05));
        body.put(
                "speedKph",
                SensorResolution.to(working() ? 6 + 2 * noise(nowMs / 8_000, 2) : 0, 0.1));
        body.put("gradePct", 0.0);
        body.put(
                "eastingM",
                SensorResolution.to(home.eastingM() + 150 * Math.sin(nowMs / 4e5 + index), 0.1));
        body.put(
                "northingM",
                SensorResolution.to(home.northingM() + 150 * Math.cos(nowMs / 3e5 + index), 0.1));
        body.put("elevationM", SensorResolution.to(elevationM, 0.1));
        body.put(
                "coolantTempC",
                on ? 84.0 : SensorResolution.to(Atmosphere.temperatureC(elevationM, nowMs), 1));
        body.put("oilPressureKpa", on ? SensorResolution.to(360 + 20 * noise(nowMs, 3), 4) : 0.0);
        body.put(
                "barometricPressureKpa",
                SensorResolution.to(Atmosphere.pressureKpa(elevationM), 0.5));
        body.put(
                "ambientTempC",
                SensorResolution.to(Atmosphere.temperatureC(elevationM, nowMs), 0.1));
        body.put("vibrationRmsMmS", SensorResolution.to(vibrationMmS(nowMs), 0.01));
        publisher.publish(ReadingStream.TELEMETRY, nowMs, body);
    }

    private void updateBreakdown(long nowMs) {
        if (state != ProductionState.STOPPED) {
            nextAtMs = nowMs + Math.round(3_600_000 * random.uniform(0.7, 3));
            enter(ProductionState.STOPPED, "DOWN", nowMs);
        } else if (nowMs >= nextAtMs && !context.down(machine.id(), nowMs)) {
            breakdownAtMs = nowMs + Math.round(3_600_000 * (2 + random.exponential(40)));
        }
    }

    /** At the end of a period of work, the roads that it worked on are better. */
    private void maintainRoads(long nowMs) {
        if (machine.className().startsWith("GRADER")) {
            context.surfaces()
                    .grade(GRADED_M)
                    .forEach(segmentId -> context.observer().gradedAsOrdered(segmentId, nowMs));
        } else if (machine.className().startsWith("WATER")) {
            context.surfaces().water(WATERED_M, nowMs);
        }
    }

    private boolean working() {
        return state == ProductionState.DRIVING;
    }

    private double vibrationMmS(long nowMs) {
        if (state == ProductionState.STOPPED) {
            return 0;
        }
        boolean failing = nowMs >= breakdownAtMs - DurationModel.BREAKDOWN_SIGNS_MS;
        double normal = (working() ? NORMAL_VIBRATION_MMS : 0.9) * (1 + 0.3 * noise(nowMs, 4));
        return failing ? FAILING_FACTOR * normal : normal;
    }

    private double rateLph(long nowMs) {
        if (state == ProductionState.STOPPED) {
            return 0;
        }
        Instant now = context.instant(nowMs);
        return machine.meanFuelRateLph()
                * effort
                * context.conditions().fuelFactor(machine.id(), now)
                * (1 + 0.15 * Math.sin(nowMs / 40_000.0 + index));
    }

    private void settle(long nowMs) {
        double hours = (nowMs - updatedMs) / 3_600_000.0;
        if (hours <= 0 || state == null) {
            return;
        }
        context.counters().addAuxBurnt(tank.burn(rateLph(nowMs) * hours));
        Instant now = context.instant(nowMs);
        context.counters()
                .addLeaked(tank.leak(context.conditions().leakLph(machine.id(), now) * hours));
        if (state == ProductionState.STOPPED) {
            Instant from = Instant.ofEpochMilli(updatedMs);
            context.counters()
                    .addStolen(tank.steal(context.conditions().stolenL(machine.id(), from, now)));
        } else {
            engineHours += hours;
        }
        updatedMs = nowMs;
    }

    private void enter(ProductionState next, String reason, long nowMs) {
        if (next == state) {
            return;
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("state", next.wireName());
        body.put("previousState", state == null ? null : state.wireName());
        body.put("locationId", home.id());
        body.put("fuelLevelPct", SensorResolution.to(tank.levelPct(), 0.4));
        body.put("operatorId", "OP-" + machine.id());
        body.put("reason", reason);
        state = next;
        publisher.publish(ReadingStream.STATE, nowMs, body);
    }

    private double noise(long nowMs, int channel) {
        return SeededRandom.noise(nowMs * 1_013 + index * 37L + channel + context.seed() * 137);
    }
}
