package io.fueloptimine.models.alarm;

import java.io.Serializable;

/**
 * When each alarm is raised and cleared. Dwells count one-minute summaries of a machine.
 *
 * @param theftDropPct fall of the tank level that counts as theft, % of the tank; five bits of the
 *     0.4 % level sensor
 * @param theftSpanMin the span within which it falls, min
 * @param leakExcessPct what the level fell beyond the burn, % of the tank
 * @param leakSpanMin the span over which it is looked at, min
 * @param longIdleMin standing with the engine on, min; at 10 the default mine raises 15 an hour, a
 *     flood
 * @param overloadShare payload over nominal for a warning; 1.1 after the industry's 10/10/20 rule
 * @param overloadCriticalShare payload over nominal that is critical; 1.2 after the same rule
 * @param excessRatio residual over expected litres of a bad window
 * @param excessWindows how many bad windows make the alarm
 * @param excessSpanMin the span that must hold them, min
 * @param excessMinExpectedL windows that should burn less tell nothing, L
 * @param maxVibrationMmS mean vibration of a failing machine, mm/s; zone D of ISO 10816-3 begins at
 *     11.0 for large machines on flexible supports
 * @param minOilPressureKpa mean oil pressure of a failing engine, kPa; large diesels hold 200 and
 *     more at idle when hot
 * @param maxCoolantTempC mean coolant temperature of a failing engine, degrees C
 * @param failingMin how long it must last, min
 * @param lowFuelPct tank level of the warning, %
 * @param criticalFuelPct tank level that is critical, %
 * @param refuelledPct tank level that clears it, %
 * @param stuckMin how long a signal must repeat itself while others move, min
 * @param silenceS without telemetry, s of event time
 * @param badDataPct rejected messages of a machine and hour that count as bad data, %
 * @param badDataClearPct share that clears it, %
 * @param badDataMinMessages hours with fewer messages say nothing
 * @param clearMin how long an alarm's reason must be gone before it clears, min
 */
public record AlarmSettings(
        double theftDropPct,
        int theftSpanMin,
        double leakExcessPct,
        int leakSpanMin,
        int longIdleMin,
        double overloadShare,
        double overloadCriticalShare,
        double excessRatio,
        int excessWindows,
        int excessSpanMin,
        double excessMinExpectedL,
        double maxVibrationMmS,
        double minOilPressureKpa,
        double maxCoolantTempC,
        int failingMin,
        double lowFuelPct,
        double criticalFuelPct,
        double refuelledPct,
        int stuckMin,
        int silenceS,
        double badDataPct,
        double badDataClearPct,
        int badDataMinMessages,
        int clearMin)
        implements Serializable {

    /** The documented defaults. */
    public static AlarmSettings defaults() {
        return new AlarmSettings(
                2.0, 30, 2.0, 45, 20, 1.1, 1.2, 0.25, 10, 15, 1.0, 11.0, 180, 105, 3, 12, 6, 20, 5,
                120, 20, 10, 50, 3);
    }
}
