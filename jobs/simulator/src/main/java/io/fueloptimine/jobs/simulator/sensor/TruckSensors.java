package io.fueloptimine.jobs.simulator.sensor;

import io.fueloptimine.jobs.simulator.message.SensorResolution;
import io.fueloptimine.jobs.simulator.random.SeededRandom;
import io.fueloptimine.jobs.simulator.site.Atmosphere;
import io.fueloptimine.jobs.simulator.site.PitContext;
import io.fueloptimine.jobs.simulator.truck.HaulTruck;
import io.fueloptimine.jobs.simulator.truck.Journey;
import io.fueloptimine.jobs.simulator.truck.TruckEngine;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.Location;
import io.fueloptimine.models.mine.site.Route;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The sensors of a truck: publishes telemetry, computed from the true state and each sensor's bias,
 * noise and resolution. The noise depends only on machine and time, so that publishing telemetry
 * does not change the simulation.
 */
public final class TruckSensors {

    private static final double RATE_BIAS_SD = 0.05;
    private static final double RATE_NOISE = 0.05;
    private static final double SLOSH_PCT = 0.9;

    /** Share of the previous reading in the speed shown a second later. */
    private static final double STALE_PER_S = 0.6;

    private final PitContext context;
    private final HaulTruck truck;
    private final int index;
    private final double rateBias;
    private double coolantC;
    private double speedKph;
    private long sampledMs = Long.MAX_VALUE;

    public TruckSensors(PitContext context, HaulTruck truck, int index) {
        this.context = context;
        this.truck = truck;
        this.index = index;
        SeededRandom random = SeededRandom.of(context.seed(), truck.id() + "sensors");
        rateBias = 1 + RATE_BIAS_SD * random.gaussian();
        coolantC = 80;
    }

    /** Publishes one telemetry message. */
    public void sample(long nowMs) {
        truck.settle(nowMs);
        Map<String, Object> body = new LinkedHashMap<>(32);
        body.put("equipmentClass", truck.spec().className());
        body.put("operatorId", truck.schedule().operatorId());
        body.put("productionState", truck.phase().state().wireName());
        engine(body, nowMs);
        double payloadT = truck.shownPayloadT(truck.payloadOnBodyT(nowMs));
        body.put("payloadT", SensorResolution.to(payloadT, 0.1));
        position(body, nowMs);
        truck.publisher().publish(ReadingStream.TELEMETRY, nowMs, body);
    }

    private void engine(Map<String, Object> body, long nowMs) {
        TruckEngine engine = truck.engine();
        double trueLph = engine.rateLph(context.instant(nowMs));
        double lph = trueLph * rateBias * (1 + RATE_NOISE * noise(nowMs, 1));
        double load = engine.loadShare(context.instant(nowMs));
        double rpm = engine.on() ? 720 + 1_180 * Math.min(1, 1.25 * load) + 8 * noise(nowMs, 2) : 0;
        body.put("fuelRateLph", SensorResolution.to(lph, 0.05));
        body.put("totalFuelUsedL", SensorResolution.to(engine.tank().burntL(), 0.5));
        body.put("fuelLevelPct", SensorResolution.to(levelPct(nowMs), 0.4));
        body.put("engineLoadPct", SensorResolution.to(100 * load, 1));
        body.put("engineRpm", SensorResolution.to(rpm, 0.125));
        body.put("engineHours", SensorResolution.to(engine.engineHours(), 0.05));
        boolean failing = engine.on() && truck.schedule().failing(nowMs);
        double oilKpa = engine.on() ? 230 + 0.12 * rpm + 6 * noise(nowMs, 3) : 0;
        body.put("oilPressureKpa", SensorResolution.to(failing ? 0.35 * oilKpa : oilKpa, 4));
        updateCoolant(failing, load, nowMs);
        body.put("coolantTempC", SensorResolution.to(coolantC, 1));
    }

    private void updateCoolant(boolean failing, double load, long nowMs) {
        double targetC =
                truck.engine().on()
                        ? 80 + 9 * load + (failing ? 22 : 0)
                        : Atmosphere.temperatureC(elevationM(nowMs), nowMs);
        double followS = truck.engine().on() ? 240 : 3_600;
        coolantC += (targetC - coolantC) * Math.min(followS, secondsSinceSample(nowMs)) / followS;
    }

    private double secondsSinceSample(long nowMs) {
        return Math.max(1, (nowMs - sampledMs) / 1_000.0);
    }

    private double levelPct(long nowMs) {
        double slosh = speedKph > 0.5 ? SLOSH_PCT : 0.1;
        double wave = Math.sin(nowMs / 1_000.0 / 3.1 + index) * 0.6 + 0.4 * noise(nowMs, 4);
        return Math.max(0, Math.min(100, truck.engine().tank().levelPct() + slosh * wave));
    }

    private void position(Map<String, Object> body, long nowMs) {
        Optional<Journey> journey = truck.currentJourney();
        double targetKph =
                truck.phase().travelling()
                        ? journey.map(current -> current.speedKph(nowMs)).orElse(0.0)
                        : 0;
        double seconds = secondsSinceSample(nowMs);
        sampledMs = nowMs;
        speedKph += (targetKph - speedKph) * (1 - Math.pow(STALE_PER_S, seconds));
        if (speedKph < 0.5 && targetKph == 0) {
            speedKph = 0;
        }
        double shown = speedKph == 0 ? 0 : Math.max(0, speedKph + 0.4 * noise(nowMs, 5));
        body.put("speedKph", SensorResolution.to(shown, 0.1));
        double elevationM =
                journey.isPresent()
                        ? putRoadPosition(body, journey.get(), nowMs)
                        : putLocation(body, context.roads().location(truck.placeId()));
        body.put("elevationM", SensorResolution.to(elevationM, 0.1));
        double pressureKpa = Atmosphere.pressureKpa(elevationM);
        double temperatureC = Atmosphere.temperatureC(elevationM, nowMs);
        body.put("barometricPressureKpa", SensorResolution.to(pressureKpa, 0.5));
        body.put("ambientTempC", SensorResolution.to(temperatureC, 0.1));
    }

    /**
     * Adds the coordinates of a truck at a location to the message; returns the elevation, m.
     * Trucks at one location are placed 12 m apart.
     */
    private double putLocation(Map<String, Object> body, Location at) {
        body.put("gradePct", 0.0);
        body.put("eastingM", SensorResolution.to(at.eastingM() + 12 * (index % 7), 0.1));
        body.put("northingM", SensorResolution.to(at.northingM() + 12 * (index / 7), 0.1));
        return at.elevationM();
    }

    private double putRoadPosition(Map<String, Object> body, Journey journey, long nowMs) {
        Route.Leg leg = journey.leg();
        Location from = context.roads().location(leg.fromLocationId());
        Location to = context.roads().location(leg.toLocationId());
        double done = journey.metresAt(nowMs) / leg.segment().lengthM();
        double eastingM = from.eastingM() + done * (to.eastingM() - from.eastingM());
        double northingM = from.northingM() + done * (to.northingM() - from.northingM());
        body.put("gradePct", SensorResolution.to(leg.gradePct() + 0.2 * noise(nowMs, 6), 0.1));
        body.put("eastingM", SensorResolution.to(eastingM, 0.1));
        body.put("northingM", SensorResolution.to(northingM, 0.1));
        return from.elevationM() + done * leg.riseM();
    }

    private double elevationM(long nowMs) {
        double baseM = context.roads().location(truck.placeId()).elevationM();
        Optional<Journey> journey = truck.currentJourney();
        if (journey.isEmpty()) {
            return baseM;
        }
        Route.Leg leg = journey.get().leg();
        return baseM + leg.riseM() * journey.get().metresAt(nowMs) / leg.segment().lengthM();
    }

    private double noise(long nowMs, int channel) {
        return SeededRandom.noise(nowMs * 1_009 + index * 31L + channel + context.seed() * 131);
    }
}
