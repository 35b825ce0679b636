package io.fueloptimine.jobs.simulator.pit;

import io.fueloptimine.models.mine.AuxMachine;
import io.fueloptimine.models.mine.EquipmentKind;
import io.fueloptimine.models.mine.Location;
import io.fueloptimine.models.mine.ProductionState;
import io.fueloptimine.models.mine.ReadingStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A grader, dozer or water truck: works in spells around its home, idles between them, shakes more
 * before it breaks, and is fuelled in the field.
 */
final class AuxAgent {

    private static final double TANK_HOURS = 14;
    private static final double IDLE_SHARE = 0.18;
    private static final double CALM_VIBRATION_MMS = 3.2;
    private static final double FAILING_FACTOR = 3.6;

    final AuxMachine machine;
    final Tank tank;
    final Voice voice;
    final Dice dice;
    private final PitWorld world;
    private final int index;
    private final Location home;
    private double engineHours;
    private ProductionState state;
    private long nextAtMs;
    private long breakdownAtMs;
    private double effort = 1;
    private long settledMs;

    AuxAgent(PitWorld world, AuxMachine machine, int index, MachineSnapshot from, long nowMs) {
        this.world = world;
        this.machine = machine;
        this.index = index;
        home = world.ways.location(machine.homeLocationId());
        voice = new Voice(world, EquipmentKind.AUX, machine.id());
        dice = Dice.of(world.seed, machine.id());
        double tankL = Math.rint(TANK_HOURS * machine.meanFuelRateLph());
        if (from == null) {
            tank = new Tank(tankL, tankL * dice.uniform(0.4, 0.95), 10_000 * dice.uniform(2, 20));
            engineHours = dice.uniform(1_000, 20_000);
        } else {
            tank = new Tank(tankL, from.fuelL(), from.burntL());
            engineHours = from.engineHours();
            voice.continueFrom(from.sequences());
            state = from.state();
        }
        settledMs = nowMs;
        nextAtMs = nowMs;
        breakdownAtMs = nowMs + Math.round(3_600_000 * (1 + dice.exponential(40)));
    }

    double engineHours() {
        return engineHours;
    }

    ProductionState state() {
        return state;
    }

    /** Works on: breakdowns, the next spell, fuel. */
    void look(long nowMs) {
        settle(nowMs);
        if (world.down(machine.id(), nowMs) || nowMs >= breakdownAtMs) {
            breakDown(nowMs);
        } else if (nowMs >= nextAtMs) {
            boolean work = state != ProductionState.DRIVING;
            double minutes = work ? dice.uniform(40, 150) : dice.uniform(5, 25);
            nextAtMs = nowMs + Math.round(60_000 * minutes);
            effort = work ? dice.uniform(0.8, 1.25) : IDLE_SHARE;
            become(work ? ProductionState.DRIVING : ProductionState.QUEUED, null, nowMs);
        }
        if (tank.levelPct() < 20) {
            FuelBay lorry = world.fuelBays.values().iterator().next();
            lorry.meter(machine.id(), tank, 0.75 * tank.capacityL, nowMs - 480_000, nowMs);
        }
    }

    void sample(long nowMs) {
        settle(nowMs);
        boolean on = state != ProductionState.STOPPED;
        double elevationM = home.elevationM() + 2 * Math.sin(nowMs / 300_000.0);
        Map<String, Object> body = new LinkedHashMap<>(32);
        body.put("equipmentClass", machine.className());
        body.put("operatorId", "OP-" + machine.id());
        body.put("productionState", state.wireName());
        body.put("fuelRateLph", Rounding.to(rateLph(nowMs) * (1 + 0.05 * noise(nowMs, 1)), 0.05));
        body.put("totalFuelUsedL", Rounding.to(tank.burntL(), 0.5));
        body.put("fuelLevelPct", Rounding.to(tank.levelPct(), 0.4));
        body.put("engineLoadPct", Rounding.to(on ? Math.min(100, 70 * effort) : 0, 1));
        body.put("engineRpm", Rounding.to(on ? 800 + 950 * effort : 0, 0.125));
        body.put("engineHours", Rounding.to(engineHours, 0.05));
        body.put("speedKph", Rounding.to(working() ? 6 + 2 * noise(nowMs / 8_000, 2) : 0, 0.1));
        body.put("gradePct", 0.0);
        body.put(
                "eastingM",
                Rounding.to(home.eastingM() + 150 * Math.sin(nowMs / 4e5 + index), 0.1));
        body.put(
                "northingM",
                Rounding.to(home.northingM() + 150 * Math.cos(nowMs / 3e5 + index), 0.1));
        body.put("elevationM", Rounding.to(elevationM, 0.1));
        body.put("coolantTempC", on ? 84.0 : Rounding.to(Air.temperatureC(elevationM, nowMs), 1));
        body.put("oilPressureKpa", on ? Rounding.to(360 + 20 * noise(nowMs, 3), 4) : 0.0);
        body.put("barometricPressureKpa", Rounding.to(Air.pressureKpa(elevationM), 0.5));
        body.put("ambientTempC", Rounding.to(Air.temperatureC(elevationM, nowMs), 0.1));
        body.put("vibrationRmsMmS", Rounding.to(vibrationMmS(nowMs), 0.01));
        voice.say(ReadingStream.TELEMETRY, nowMs, body);
    }

    private void breakDown(long nowMs) {
        if (state != ProductionState.STOPPED) {
            nextAtMs = nowMs + Math.round(3_600_000 * dice.uniform(0.7, 3));
            become(ProductionState.STOPPED, "DOWN", nowMs);
        } else if (nowMs >= nextAtMs && !world.down(machine.id(), nowMs)) {
            breakdownAtMs = nowMs + Math.round(3_600_000 * (2 + dice.exponential(40)));
        }
    }

    private boolean working() {
        return state == ProductionState.DRIVING;
    }

    private double vibrationMmS(long nowMs) {
        if (state == ProductionState.STOPPED) {
            return 0;
        }
        boolean failing = nowMs >= breakdownAtMs - Habits.BREAKDOWN_SIGNS_MS;
        double calm = (working() ? CALM_VIBRATION_MMS : 0.9) * (1 + 0.3 * noise(nowMs, 4));
        return failing ? FAILING_FACTOR * calm : calm;
    }

    private double rateLph(long nowMs) {
        if (state == ProductionState.STOPPED) {
            return 0;
        }
        Instant now = world.instant(nowMs);
        return machine.meanFuelRateLph()
                * effort
                * world.conditions.fuelFactor(machine.id(), now)
                * (1 + 0.15 * Math.sin(nowMs / 40_000.0 + index));
    }

    private void settle(long nowMs) {
        double hours = (nowMs - settledMs) / 3_600_000.0;
        if (hours <= 0 || state == null) {
            return;
        }
        world.tally.auxBurntL += tank.burn(rateLph(nowMs) * hours);
        Instant now = world.instant(nowMs);
        world.tally.leakedL += tank.leak(world.conditions.leakLph(machine.id(), now) * hours);
        if (state == ProductionState.STOPPED) {
            Instant from = Instant.ofEpochMilli(settledMs);
            world.tally.stolenL += tank.steal(world.conditions.stolenL(machine.id(), from, now));
        } else {
            engineHours += hours;
        }
        settledMs = nowMs;
    }

    private void become(ProductionState next, String reason, long nowMs) {
        if (next == state) {
            return;
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("state", next.wireName());
        body.put("previousState", state == null ? null : state.wireName());
        body.put("locationId", home.id());
        body.put("fuelLevelPct", Rounding.to(tank.levelPct(), 0.4));
        body.put("operatorId", "OP-" + machine.id());
        body.put("reason", reason);
        state = next;
        voice.say(ReadingStream.STATE, nowMs, body);
    }

    private double noise(long nowMs, int channel) {
        return Dice.noise(nowMs * 1_013 + index * 37L + channel + world.seed * 137);
    }
}
