package io.fueloptimine.jobs.simulator.physics;

import io.fueloptimine.models.mine.site.TruckClass;

/**
 * The diesel engine of a truck class: its maximum power and its fuel rate by power, altitude and
 * ambient temperature. Immutable and thread-safe.
 */
final class Engine {

    /** Elevation up to which the engines of this altitude keep their rated power, m; chosen. */
    private static final double FULL_POWER_M = 3_300;

    /** Power lost per metre above; chosen: half a percent per 100 m. */
    private static final double POWER_LOST_PER_M = 0.005 / 100;

    /** Consumption that thin air adds per metre above sea level; chosen: 4 % at 4,000 m. */
    private static final double THIN_AIR_PER_M = 0.04 / 4_000;

    /** Consumption that warm air adds per degree C; chosen. */
    private static final double WARM_AIR_PER_C = 0.0015;

    private static final double REFERENCE_C = 15;

    /** Share of the fan's power that a cold engine at idle needs; chosen. */
    private static final double FAN_AT_IDLE = 0.15;

    /** Temperature below which the fan runs at its idle share, degrees C; chosen. */
    private static final double FAN_COLD_C = -5;

    /** Temperature at which the fan runs at full power under full load, degrees C; chosen. */
    private static final double FAN_HOT_C = 30;

    /** Heating and air conditioning add this share of the idle rate per degree C; chosen. */
    private static final double CAB_PER_C = 0.004;

    private final DriveLine line;
    private final double ratedKw;
    private final double noLoadLph;
    private final double idleLph;

    /**
     * @param ratedKw power of this engine after its loss to wear and fuel quality, kW
     */
    Engine(DriveLine line, TruckClass truckClass, double ratedKw) {
        this.line = line;
        this.ratedKw = ratedKw;
        idleLph = truckClass.idleLph();
        noLoadLph = Math.max(0.4 * idleLph, idleLph - line.litresPerKwh() * line.hotelKw());
    }

    /** Maximum power, kW. */
    double maxKw(Air air) {
        double lost = POWER_LOST_PER_M * Math.max(0, air.elevationM() - FULL_POWER_M);
        return ratedKw * (1 - lost);
    }

    /** Maximum power that is left for the drive, kW. */
    double maxDriveKw(Air air) {
        return maxKw(air) - line.hotelKw() - fanKw(1, air);
    }

    /** Fuel rate while the drive takes that power, L/h. */
    double drivingLph(double driveKw, Air air) {
        double load = Math.min(1, driveKw / ratedKw);
        return lph(driveKw + line.hotelKw() + fanKw(load, air), air);
    }

    /** Fuel rate while the retarder holds the truck back and the engine cools it, L/h. */
    double retardingLph(Air air) {
        return lph(line.hotelKw() + line.retardingKw() + fanKw(0.3, air), air);
    }

    /** Fuel rate of a standing truck, L/h. */
    double idleLph(Air air) {
        return idleLph * (1 + CAB_PER_C * Math.abs(air.temperatureC() - REFERENCE_C));
    }

    /** Share of the maximum power that belongs to a fuel rate, 0 to 1. */
    double load(double lph) {
        return Math.max(0, Math.min(1, (lph - noLoadLph) / (line.litresPerKwh() * ratedKw)));
    }

    private double lph(double kw, Air air) {
        double slope =
                line.litresPerKwh()
                        * (1 + THIN_AIR_PER_M * Math.max(0, air.elevationM()))
                        * (1 + WARM_AIR_PER_C * (air.temperatureC() - REFERENCE_C));
        return noLoadLph + slope * kw;
    }

    private double fanKw(double load, Air air) {
        double heat = (air.temperatureC() - FAN_COLD_C) / (FAN_HOT_C - FAN_COLD_C);
        double share = FAN_AT_IDLE + (1 - FAN_AT_IDLE) * load * Math.max(0, Math.min(1, heat));
        return line.fanKw() * share;
    }
}
