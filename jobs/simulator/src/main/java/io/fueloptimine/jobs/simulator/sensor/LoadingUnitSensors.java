package io.fueloptimine.jobs.simulator.sensor;

import io.fueloptimine.jobs.simulator.message.SensorResolution;
import io.fueloptimine.jobs.simulator.site.Atmosphere;
import io.fueloptimine.jobs.simulator.site.PitContext;
import io.fueloptimine.jobs.simulator.station.LoadingStation;
import io.fueloptimine.jobs.simulator.station.ServedTruck;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.Location;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The sensors of a loading unit. The telemetry contains no fuel data, because cable shovels are
 * electric and the fuel of the other units is measured elsewhere.
 */
public final class LoadingUnitSensors {

    private final PitContext context;
    private final LoadingStation station;

    public LoadingUnitSensors(PitContext context, LoadingStation station) {
        this.context = context;
        this.station = station;
    }

    /** Publishes one telemetry message. */
    public void sample(long nowMs) {
        LoadingUnit unit = station.unit();
        Location face = context.roads().location(unit.faceId());
        double elevationM = face.elevationM();
        double temperatureC = Atmosphere.temperatureC(elevationM, nowMs);
        ServedTruck truck = station.current();
        double payloadT = truck == null ? 0 : truck.payloadOnBodyT(nowMs);
        Map<String, Object> body = new LinkedHashMap<>(16);
        body.put("equipmentClass", unit.kind().name());
        body.put("operatorId", "OP-" + unit.id());
        body.put("productionState", station.state().wireName());
        body.put("speedKph", 0.0);
        body.put("payloadT", SensorResolution.to(payloadT, 0.1));
        body.put("eastingM", face.eastingM());
        body.put("northingM", face.northingM());
        body.put("elevationM", elevationM);
        body.put(
                "barometricPressureKpa",
                SensorResolution.to(Atmosphere.pressureKpa(elevationM), 0.5));
        body.put("ambientTempC", SensorResolution.to(temperatureC, 0.1));
        station.publisher().publish(ReadingStream.TELEMETRY, nowMs, body);
    }
}
