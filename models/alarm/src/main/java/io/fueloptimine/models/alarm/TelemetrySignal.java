package io.fueloptimine.models.alarm;

import io.fueloptimine.models.mine.reading.Telemetry;
import java.util.function.Function;

/**
 * The telemetry fields that alarm rules use. The order of the constants is part of Flink state, so
 * new constants must be appended at the end.
 */
public enum TelemetrySignal {
    FUEL_RATE("fuelRateLph", Telemetry::fuelRateLph),
    FUEL_USED("totalFuelUsedL", Telemetry::totalFuelUsedL),
    FUEL_LEVEL("fuelLevelPct", Telemetry::fuelLevelPct),
    ENGINE_LOAD("engineLoadPct", Telemetry::engineLoadPct),
    ENGINE_RPM("engineRpm", Telemetry::engineRpm),
    SPEED("speedKph", Telemetry::speedKph),
    PAYLOAD("payloadT", Telemetry::payloadT),
    EASTING("eastingM", Telemetry::eastingM),
    NORTHING("northingM", Telemetry::northingM),
    COOLANT("coolantTempC", Telemetry::coolantTempC),
    OIL_PRESSURE("oilPressureKpa", Telemetry::oilPressureKpa),
    VIBRATION("vibrationRmsMmS", Telemetry::vibrationRmsMmS);

    private final String field;
    private final Function<Telemetry, Double> value;

    TelemetrySignal(String field, Function<Telemetry, Double> value) {
        this.field = field;
        this.value = value;
    }

    /** The name of the telemetry field. */
    public String field() {
        return field;
    }

    /** The value of this signal in one reading; null when unavailable. */
    public Double of(Telemetry telemetry) {
        return value.apply(telemetry);
    }
}
