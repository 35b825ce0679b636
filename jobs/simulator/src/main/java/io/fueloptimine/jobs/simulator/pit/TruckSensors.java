package io.fueloptimine.jobs.simulator.pit;

import io.fueloptimine.models.mine.Location;
import io.fueloptimine.models.mine.ReadingStream;
import io.fueloptimine.models.mine.Route;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a truck's sensors make of the truth once a second: their resolution, their slow bias, their
 * noise. The noise is a function of machine and second, so that sampling changes nothing else.
 */
final class TruckSensors {

    private static final double RATE_BIAS_SD = 0.05;
    private static final double RATE_NOISE = 0.05;
    private static final double LITRES_PER_KWH = 205.0 / 845.0;
    private static final double SLOSH_PCT = 0.9;

    private final PitWorld world;
    private final HaulTruck truck;
    private final int index;
    private final double rateBias;
    private final double scaleBias;
    private double coolantC;
    private double speedKph;

    TruckSensors(PitWorld world, HaulTruck truck, int index) {
        this.world = world;
        this.truck = truck;
        this.index = index;
        Dice dice = Dice.of(world.seed, truck.id() + "sensors");
        rateBias = 1 + RATE_BIAS_SD * dice.gaussian();
        scaleBias = 1 + 0.008 * dice.gaussian();
        coolantC = 80;
    }

    void sample(long nowMs) {
        truck.settle(nowMs);
        Map<String, Object> body = new LinkedHashMap<>(32);
        body.put("equipmentClass", truck.truck.className());
        body.put("operatorId", truck.day.operatorId());
        body.put("productionState", truck.phase().state().wireName());
        engine(body, nowMs);
        body.put("payloadT", Rounding.to(truck.work.scaleT(nowMs) * scaleBias, 0.1));
        position(body, nowMs);
        truck.voice.say(ReadingStream.TELEMETRY, nowMs, body);
    }

    private void engine(Map<String, Object> body, long nowMs) {
        TruckEngine engine = truck.engine;
        double trueLph = engine.rateLph(world.instant(nowMs));
        double lph = trueLph * rateBias * (1 + RATE_NOISE * noise(nowMs, 1));
        double ratedLph = engine.truckClass.ratedPowerKw() * LITRES_PER_KWH;
        double load = engine.on() ? Math.min(1, trueLph / ratedLph) : 0;
        double rpm = engine.on() ? 720 + 1_180 * Math.min(1, 1.25 * load) + 8 * noise(nowMs, 2) : 0;
        body.put("fuelRateLph", Rounding.to(lph, 0.05));
        body.put("totalFuelUsedL", Rounding.to(engine.tank.burntL(), 0.5));
        body.put("fuelLevelPct", Rounding.to(levelPct(nowMs), 0.4));
        body.put("engineLoadPct", Rounding.to(100 * load, 1));
        body.put("engineRpm", Rounding.to(rpm, 0.125));
        body.put("engineHours", Rounding.to(engine.engineHours(), 0.05));
        boolean failing = engine.on() && truck.day.failing(nowMs);
        double oilKpa = engine.on() ? 230 + 0.12 * rpm + 6 * noise(nowMs, 3) : 0;
        body.put("oilPressureKpa", Rounding.to(failing ? 0.35 * oilKpa : oilKpa, 4));
        warm(failing, load, nowMs);
        body.put("coolantTempC", Rounding.to(coolantC, 1));
    }

    private void warm(boolean failing, double load, long nowMs) {
        double aim =
                truck.engine.on()
                        ? 80 + 9 * load + (failing ? 22 : 0)
                        : Air.temperatureC(elevationM(nowMs), nowMs);
        coolantC += (aim - coolantC) / (truck.engine.on() ? 240 : 3_600);
    }

    private double levelPct(long nowMs) {
        double slosh = speedKph > 0.5 ? SLOSH_PCT : 0.1;
        double wave = Math.sin(nowMs / 1_000.0 / 3.1 + index) * 0.6 + 0.4 * noise(nowMs, 4);
        return Math.max(0, Math.min(100, truck.engine.tank.levelPct() + slosh * wave));
    }

    private void position(Map<String, Object> body, long nowMs) {
        Journey journey = truck.trip.journey();
        boolean rolling = truck.phase().travelling() && journey != null && !journey.finished();
        double aim = rolling ? journey.speedKph() : 0;
        speedKph += (aim - speedKph) * 0.4;
        if (speedKph < 0.5 && aim == 0) {
            speedKph = 0;
        }
        double shown = speedKph == 0 ? 0 : Math.max(0, speedKph + 0.4 * noise(nowMs, 5));
        body.put("speedKph", Rounding.to(shown, 0.1));
        double elevationM;
        if (journey != null && !journey.finished()) {
            elevationM = onTheRoad(body, journey, nowMs);
        } else {
            Location at = world.ways.location(truck.place);
            body.put("gradePct", 0.0);
            body.put("eastingM", Rounding.to(at.eastingM() + 12 * (index % 7), 0.1));
            body.put("northingM", Rounding.to(at.northingM() + 12 * (index / 7), 0.1));
            elevationM = at.elevationM();
        }
        body.put("elevationM", Rounding.to(elevationM, 0.1));
        body.put("barometricPressureKpa", Rounding.to(Air.pressureKpa(elevationM), 0.5));
        body.put("ambientTempC", Rounding.to(Air.temperatureC(elevationM, nowMs), 0.1));
    }

    private double onTheRoad(Map<String, Object> body, Journey journey, long nowMs) {
        Route.Leg leg = journey.leg();
        Location from = world.ways.location(leg.fromLocationId());
        Location to = world.ways.location(leg.toLocationId());
        double done = journey.metresAt(nowMs) / leg.segment().lengthM();
        body.put("gradePct", Rounding.to(leg.gradePct() + 0.2 * noise(nowMs, 6), 0.1));
        body.put(
                "eastingM",
                Rounding.to(from.eastingM() + done * (to.eastingM() - from.eastingM()), 0.1));
        body.put(
                "northingM",
                Rounding.to(from.northingM() + done * (to.northingM() - from.northingM()), 0.1));
        return from.elevationM() + done * leg.riseM();
    }

    private double elevationM(long nowMs) {
        Journey journey = truck.trip.journey();
        double baseM = world.ways.location(truck.place).elevationM();
        if (journey == null || journey.finished()) {
            return baseM;
        }
        Route.Leg leg = journey.leg();
        return baseM + leg.riseM() * journey.metresAt(nowMs) / leg.segment().lengthM();
    }

    private double noise(long nowMs, int channel) {
        return Dice.noise(nowMs * 1_009 + index * 31L + channel + world.seed * 131);
    }
}
