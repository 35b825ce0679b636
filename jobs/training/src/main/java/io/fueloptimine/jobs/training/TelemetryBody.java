package io.fueloptimine.jobs.training;

import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Telemetry;
import java.util.Locale;
import java.util.Map;

/**
 * Converts the fields of a telemetry message to a telemetry record, without serialising the fields
 * to JSON.
 */
final class TelemetryBody {

    private TelemetryBody() {}

    static Telemetry telemetry(Map<String, Object> body) {
        String state = text(body, "productionState");
        return new Telemetry(
                text(body, "equipmentClass"),
                text(body, "operatorId"),
                state == null ? null : ProductionState.valueOf(state.toUpperCase(Locale.ROOT)),
                number(body, "fuelRateLph"),
                number(body, "totalFuelUsedL"),
                number(body, "fuelLevelPct"),
                number(body, "engineLoadPct"),
                number(body, "engineRpm"),
                number(body, "engineHours"),
                number(body, "speedKph"),
                number(body, "payloadT"),
                number(body, "gradePct"),
                number(body, "eastingM"),
                number(body, "northingM"),
                number(body, "elevationM"),
                number(body, "coolantTempC"),
                number(body, "oilPressureKpa"),
                number(body, "barometricPressureKpa"),
                number(body, "ambientTempC"),
                number(body, "vibrationRmsMmS"),
                number(body, "vibrationAccelMS2"));
    }

    private static String text(Map<String, Object> body, String field) {
        return (String) body.get(field);
    }

    private static Double number(Map<String, Object> body, String field) {
        Object value = body.get(field);
        return value == null ? null : ((Number) value).doubleValue();
    }
}
