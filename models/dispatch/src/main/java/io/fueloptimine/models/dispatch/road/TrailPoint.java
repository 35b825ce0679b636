package io.fueloptimine.models.dispatch.road;

import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.Telemetry;
import java.io.Serializable;

/**
 * What one telemetry reading says of a truck under way. NaN means unavailable.
 *
 * @param timeMs time of the reading, ms since the epoch
 * @param eastingM position east, m
 * @param northingM position north, m
 * @param elevationM elevation, m
 * @param speedMps speed, m/s
 * @param fuelRateLph fuel rate, L/h; NaN when unavailable
 * @param fuelUsedL fuel counter, L; NaN when unavailable
 * @param payloadT payload, t; NaN when unavailable
 */
public record TrailPoint(
        long timeMs,
        double eastingM,
        double northingM,
        double elevationM,
        double speedMps,
        double fuelRateLph,
        double fuelUsedL,
        double payloadT)
        implements Serializable {

    private static final double MPS_PER_KPH = 1 / 3.6;

    /** Whether a reading says where the truck is and how fast it drives. */
    static boolean located(Telemetry telemetry) {
        return telemetry.eastingM() != null
                && telemetry.northingM() != null
                && telemetry.elevationM() != null
                && telemetry.speedKph() != null;
    }

    /** The point of a reading that is {@link #located}. */
    static TrailPoint of(Reading reading) {
        Telemetry telemetry = reading.telemetry();
        return new TrailPoint(
                reading.time().toEpochMilli(),
                telemetry.eastingM(),
                telemetry.northingM(),
                telemetry.elevationM(),
                telemetry.speedKph() * MPS_PER_KPH,
                orNaN(telemetry.fuelRateLph()),
                orNaN(telemetry.totalFuelUsedL()),
                orNaN(telemetry.payloadT()));
    }

    /** Distance to a place in the plane, m. */
    double metresTo(double otherEastingM, double otherNorthingM) {
        return Math.hypot(eastingM - otherEastingM, northingM - otherNorthingM);
    }

    private static double orNaN(Double value) {
        return value == null ? Double.NaN : value;
    }
}
