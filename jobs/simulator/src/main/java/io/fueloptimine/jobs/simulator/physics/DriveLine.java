package io.fueloptimine.jobs.simulator.physics;

import io.fueloptimine.models.mine.site.TruckClass;

/**
 * Constants of engine and drive of a truck class. Mass, rated power and idle rate are those of the
 * mine file; the constants here are in no file that the product reads.
 *
 * <p>The fuel rate of an engine is nearly linear in its power: the Willans line (Pachernegg, "A
 * Closer Look at the Willans-Line", SAE paper 690182, 1969). A slope of 0.20 to 0.22 L/kWh with the
 * idle rate as the intercept gives the 205 g/kWh that diesel engines of this size burn at rated
 * power. The other values are chosen.
 *
 * @param litresPerKwh slope of the Willans line, L/kWh
 * @param hotelKw cab, pumps, compressor and alternator, kW
 * @param fanKw radiator and drive cooling at full heat, kW
 * @param retarderKw continuous retarder power, kW
 * @param retardingKw engine power that cools the retarder, kW
 * @param efficiency share of the engine's power that arrives at the wheels at speed
 * @param slipMps speed at which half of that is lost, m/s: converter slip and low gears
 */
record DriveLine(
        double litresPerKwh,
        double hotelKw,
        double fanKw,
        double retarderKw,
        double retardingKw,
        double efficiency,
        double slipMps) {

    /** The constants of a class; classes of other names have those of a mechanical drive. */
    static DriveLine of(TruckClass truckClass) {
        double ratedKw = truckClass.ratedPowerKw();
        return switch (truckClass.name()) {
            case "930E", "930E-4", "930E-4SE" ->
                    new DriveLine(0.215, 28, 80, 4_000, 10, 0.90, 0.22);
            case "793F", "793D" -> new DriveLine(0.204, 24, 60, 2_900, 18, 0.92, 0.50);
            case "785D", "785C" -> new DriveLine(0.215, 17, 40, 1_650, 11, 0.90, 0.62);
            case "777G", "777F" -> new DriveLine(0.218, 13, 30, 1_150, 8, 0.91, 0.58);
            default ->
                    new DriveLine(
                            0.212,
                            0.012 * ratedKw,
                            0.033 * ratedKw,
                            1.5 * ratedKw,
                            0.008 * ratedKw,
                            0.91,
                            0.5);
        };
    }
}
