package io.fueloptimine.jobs.simulator.pit;

import io.fueloptimine.models.mine.Location;
import io.fueloptimine.models.mine.ReadingStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a loading unit reports every second: no fuel, shovels are electric or metered elsewhere. */
final class UnitSensors {

    private final PitWorld world;
    private final LoadingPlace place;

    UnitSensors(PitWorld world, LoadingPlace place) {
        this.world = world;
        this.place = place;
    }

    void sample(long nowMs) {
        Location face = world.ways.location(place.unit.faceId());
        HaulTruck truck = place.current();
        Map<String, Object> body = new LinkedHashMap<>(16);
        body.put("equipmentClass", place.unit.kind().name());
        body.put("operatorId", "OP-" + place.unit.id());
        body.put("productionState", place.state().wireName());
        body.put("speedKph", 0.0);
        body.put("payloadT", truck == null ? 0.0 : Rounding.to(truck.work.scaleT(nowMs), 0.1));
        body.put("eastingM", face.eastingM());
        body.put("northingM", face.northingM());
        body.put("elevationM", face.elevationM());
        body.put("barometricPressureKpa", Rounding.to(Air.pressureKpa(face.elevationM()), 0.5));
        body.put("ambientTempC", Rounding.to(Air.temperatureC(face.elevationM(), nowMs), 0.1));
        place.voice.say(ReadingStream.TELEMETRY, nowMs, body);
    }
}
