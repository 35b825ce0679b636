package io.fueloptimine.models.alarm;

import io.fueloptimine.models.alarm.flood.FloodSettings;
import io.fueloptimine.models.mine.input.CheckedSettings;
import io.fueloptimine.models.mine.input.Setting;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The conditions under which each alarm is raised and cleared. Nominal payloads are not settings;
 * alarm rules take them from the truck classes of the mine file. Tanks have their own settings. The
 * default of {@code longIdleMin} is 20, because a value of 10 raises 15 alarms per hour in the
 * simulated mine.
 */
public record AlarmSettings(
        @Setting(
                        unit = "min",
                        min = 2,
                        max = 240,
                        meaning =
                                "Minutes in a row of standing with the engine on, outside queueing,"
                                        + " spotting, loading and dumping, that raise long idling")
                int longIdleMin,
        @Setting(
                        unit = "share of a minute",
                        min = 0.5,
                        max = 1,
                        meaning =
                                "Share of a minute's readings that must stand with the engine on"
                                        + " for the minute to count as idle")
                double longIdleShare,
        @Setting(
                        unit = "payload / nominal",
                        min = 1,
                        max = 2,
                        meaning =
                                "Load that counts as an overload; of the loads of a shift and loading"
                                        + " unit, patterns.toleratedLoadShare may be above it; 1.1 is"
                                        + " the industry's 10/10/20 rule")
                double overloadShare,
        @Setting(
                        unit = "payload / nominal",
                        min = 1,
                        max = 2,
                        meaning =
                                "Payload above which a single load is an alarm at once; 1.2 by the"
                                        + " same rule")
                double overloadCriticalShare,
        @Setting(
                        unit = "min",
                        min = 1,
                        max = 60,
                        meaning =
                                "Minutes in a row above the limit before a single overload is raised")
                int overloadDwellMin,
        @Setting(
                        unit = "residual / expected",
                        min = 0.05,
                        max = 5,
                        meaning =
                                "Excess of litres burnt over litres expected that makes a window"
                                        + " bad")
                double excessRatio,
        @Setting(
                        unit = "windows",
                        min = 1,
                        max = 240,
                        meaning = "Bad windows that raise excess fuel")
                int excessWindows,
        @Setting(
                        unit = "min",
                        min = 1,
                        max = 240,
                        meaning = "Time within which the bad windows must occur")
                int excessSpanMin,
        @Setting(
                        unit = "L",
                        min = 0,
                        max = 50,
                        meaning = "Windows with fewer expected litres are not judged")
                double excessMinExpectedL,
        @Setting(
                        unit = "kPa",
                        min = 10,
                        max = 1_000,
                        meaning =
                                "Mean oil pressure below which an engine is failing; large hot"
                                        + " diesels hold 200 and more at idle")
                double minOilPressureKpa,
        @Setting(
                        unit = "degrees C",
                        min = 60,
                        max = 150,
                        meaning = "Mean coolant temperature above which an engine is failing")
                double maxCoolantTempC,
        @Setting(
                        unit = "min",
                        min = 1,
                        max = 60,
                        meaning =
                                "Minutes in a row with a value out of bounds that raise a failing"
                                        + " machine")
                int failingMin,
        @Setting(
                        unit = "share of the limit",
                        min = 0.5,
                        max = 1,
                        meaning =
                                "Values of a failing machine count as good again within this share"
                                        + " of their limits")
                double recoveredShare,
        @Setting(
                        unit = "% of the tank",
                        min = 0,
                        max = 100,
                        meaning = "Tank level below which low fuel is raised")
                double lowFuelPct,
        @Setting(
                        unit = "% of the tank",
                        min = 0,
                        max = 100,
                        meaning = "Tank level below which low fuel is critical")
                double criticalFuelPct,
        @Setting(
                        unit = "% of the tank",
                        min = 0,
                        max = 100,
                        meaning = "Tank level from which low fuel is cleared")
                double refuelledPct,
        @Setting(
                        unit = "min",
                        min = 1,
                        max = 60,
                        meaning = "Minutes in a row below the limit before low fuel is raised")
                int lowFuelDwellMin,
        @Setting(
                        unit = "min",
                        min = 2,
                        max = 240,
                        meaning =
                                "Working time for which a signal must repeat one value to raise a"
                                        + " stuck sensor")
                int stuckMin,
        @Setting(
                        unit = "signals",
                        min = 1,
                        max = 10,
                        meaning =
                                "Signals that must change in a minute for the others to be judged")
                int stuckOthersMoving,
        @Setting(
                        unit = "s of event time",
                        min = 10,
                        max = 86_400,
                        meaning =
                                "Time without telemetry of a machine whose engine was on that raises"
                                        + " a silent sensor")
                int silenceS,
        @Setting(
                        unit = "% of messages",
                        min = 0,
                        max = 100,
                        meaning =
                                "Rejected messages of a machine and hour above which bad data is"
                                        + " raised")
                double badDataPct,
        @Setting(
                        unit = "% of messages",
                        min = 0,
                        max = 100,
                        meaning = "Rejected messages up to which bad data is cleared")
                double badDataClearPct,
        @Setting(
                        unit = "messages",
                        min = 1,
                        max = 1_000_000,
                        meaning = "Hours with fewer messages of a machine are not judged")
                int badDataMinMessages,
        @Setting(
                        unit = "min",
                        min = 1,
                        max = 240,
                        meaning =
                                "Minutes in a row for which the cause of an alarm must be absent"
                                        + " before it is cleared")
                int clearMin,
        @Setting(meaning = "When the alarms of many machines are one alarm of their site")
                FloodSettings flood,
        @Setting(meaning = "When patterns of loading, driving and supply raise alarms")
                PatternSettings patterns)
        implements Serializable, CheckedSettings {

    /** The defaults. */
    public static final AlarmSettings DEFAULT =
            new AlarmSettings(
                    20,
                    0.9,
                    1.1,
                    1.2,
                    1,
                    0.25,
                    10,
                    15,
                    1.0,
                    180,
                    105,
                    3,
                    0.95,
                    12,
                    6,
                    20,
                    2,
                    5,
                    3,
                    120,
                    20,
                    10,
                    50,
                    3,
                    FloodSettings.DEFAULT,
                    PatternSettings.DEFAULT);

    /** The defaults. */
    public static AlarmSettings defaults() {
        return DEFAULT;
    }

    /** A copy with another flood control. */
    public AlarmSettings withFlood(FloodSettings other) {
        return new AlarmSettings(
                longIdleMin,
                longIdleShare,
                overloadShare,
                overloadCriticalShare,
                overloadDwellMin,
                excessRatio,
                excessWindows,
                excessSpanMin,
                excessMinExpectedL,
                minOilPressureKpa,
                maxCoolantTempC,
                failingMin,
                recoveredShare,
                lowFuelPct,
                criticalFuelPct,
                refuelledPct,
                lowFuelDwellMin,
                stuckMin,
                stuckOthersMoving,
                silenceS,
                badDataPct,
                badDataClearPct,
                badDataMinMessages,
                clearMin,
                other,
                patterns);
    }

    @Override
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        check(
                faults,
                overloadCriticalShare >= overloadShare,
                "overloadCriticalShare is " + overloadCriticalShare,
                "overloadShare, " + overloadShare + ", or more");
        check(
                faults,
                excessSpanMin >= excessWindows,
                "excessSpanMin is " + excessSpanMin,
                "excessWindows, " + excessWindows + ", or more, because windows last one minute");
        check(
                faults,
                criticalFuelPct <= lowFuelPct,
                "criticalFuelPct is " + criticalFuelPct,
                "lowFuelPct, " + lowFuelPct + ", or less");
        check(
                faults,
                refuelledPct > lowFuelPct,
                "refuelledPct is " + refuelledPct,
                "more than lowFuelPct, " + lowFuelPct);
        check(
                faults,
                badDataClearPct <= badDataPct,
                "badDataClearPct is " + badDataClearPct,
                "badDataPct, " + badDataPct + ", or less");
        return faults;
    }

    private static void check(List<String> faults, boolean valid, String value, String expected) {
        if (!valid) {
            faults.add(value + ", expected " + expected);
        }
    }
}
