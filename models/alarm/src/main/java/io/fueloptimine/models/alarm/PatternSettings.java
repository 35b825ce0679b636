package io.fueloptimine.models.alarm;

import io.fueloptimine.models.mine.input.CheckedSettings;
import io.fueloptimine.models.mine.input.Setting;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Limits of the alarm patterns that concern how machines are loaded, driven and supplied. Immutable
 * and thread-safe. The defaults were chosen on simulated days of the seeds 1 to 100.
 */
public record PatternSettings(
        @Setting(
                        unit = "payload / nominal",
                        min = 0.5,
                        max = 1.2,
                        meaning =
                                "Payload that the mine aims at, which the mean load of a loading"
                                        + " unit in a shift must not exceed; 1 is the maker's policy,"
                                        + " the default is the mean of a measured mine")
                double targetShare,
        @Setting(
                        unit = "payload / nominal",
                        min = 0.5,
                        max = 1.2,
                        meaning =
                                "Mean load of a loading unit in a shift below which it underloads")
                double underloadMeanShare,
        @Setting(
                        unit = "payload / nominal",
                        min = 0.3,
                        max = 1,
                        meaning = "Load that counts as too small")
                double underloadShare,
        @Setting(
                        unit = "share of the loads",
                        min = 0.01,
                        max = 0.5,
                        meaning =
                                "Loads of a shift and loading unit that may be above the overload"
                                        + " limit, or too small")
                double toleratedLoadShare,
        @Setting(
                        unit = "loads",
                        min = 2,
                        max = 1_000,
                        meaning = "Loads of a shift from which on a loading unit is judged")
                int leastLoads,
        @Setting(
                        unit = "%",
                        min = 1,
                        max = 20,
                        meaning =
                                "Steepness from which on a road counts as a descent for speeding, and"
                                        + " as a climb for lost engine power")
                double steepPct,
        @Setting(
                        unit = "km/h",
                        min = 5,
                        max = 100,
                        meaning = "Speed that a loaded truck must not exceed on a descent")
                double descentKph,
        @Setting(
                        unit = "share of a minute",
                        min = 0.05,
                        max = 1,
                        meaning =
                                "Share of a minute's readings on a steep road from which on the"
                                        + " minute is judged")
                double steepShare,
        @Setting(
                        unit = "min",
                        min = 1,
                        max = 60,
                        meaning = "Minutes in a row above the limit that raise speeding")
                int speedingMin,
        @Setting(
                        unit = "mm/s per unit",
                        min = 0.001,
                        max = 1_000,
                        meaning =
                                "The unit of the vibration zones: 1 for limits in mm/s, 25.4 for"
                                        + " limits in inches per second")
                double vibrationUnitMmS,
        @Setting(
                        unit = "vibration unit",
                        min = 0.01,
                        max = 1_000,
                        meaning =
                                "Vibration velocity (RMS) at which zone C of ISO 20816 begins, in"
                                        + " which a machine may work for a limited time; 7.1 mm/s for"
                                        + " large machines on flexible supports")
                double vibrationZoneC,
        @Setting(
                        unit = "vibration unit",
                        min = 0.01,
                        max = 1_000,
                        meaning =
                                "Vibration velocity (RMS) at which zone D begins, which damages a"
                                        + " machine; 11.0 mm/s for the same machines")
                double vibrationZoneD,
        @Setting(
                        unit = "min",
                        min = 1,
                        max = 60,
                        meaning = "Minutes in a row in zone C or D that raise vibration")
                int vibrationMin,
        @Setting(
                        unit = "%",
                        min = 5,
                        max = 99,
                        meaning =
                                "Mean engine load of a loaded truck on a climb up to which its engine"
                                        + " counts as derated; a healthy engine works near 100 %")
                double deratedLoadPct,
        @Setting(
                        unit = "min",
                        min = 1,
                        max = 60,
                        meaning =
                                "Minutes with low engine load on a climb that make a failing engine"
                                        + " a derated one")
                int deratedMin,
        @Setting(
                        unit = "min",
                        min = 2,
                        max = 240,
                        meaning =
                                "Time within which lost power must follow a coolant temperature or"
                                        + " an oil pressure out of limits")
                int deratedSpanMin,
        @Setting(
                        unit = "stops",
                        min = 2,
                        max = 20,
                        meaning = "Short stops on the road that raise repeated short stops")
                int shortStops,
        @Setting(
                        unit = "min",
                        min = 1,
                        max = 20,
                        meaning = "Minutes that a short stop lasts at most")
                int shortStopMin,
        @Setting(
                        unit = "min",
                        min = 5,
                        max = 240,
                        meaning = "Time within which the short stops must occur")
                int shortStopsSpanMin,
        @Setting(
                        unit = "h",
                        min = 0.1,
                        max = 48,
                        meaning =
                                "Working time that the fuel in the tank lasts for, below which low"
                                        + " fuel is raised")
                double lowFuelHours,
        @Setting(
                        unit = "h",
                        min = 0,
                        max = 48,
                        meaning = "Working time below which low fuel is critical")
                double criticalFuelHours,
        @Setting(
                        unit = "min",
                        min = 10,
                        max = 240,
                        meaning = "Time over which hang and queue of a loading unit are measured")
                int unitSpanMin,
        @Setting(
                        unit = "share of the time",
                        min = 0.05,
                        max = 1,
                        meaning =
                                "Hang of a loading unit beyond the hang that the plan expects, as"
                                        + " share of its working time, that raises hang")
                double hangBeyondPlan,
        @Setting(
                        unit = "trucks",
                        min = 0.2,
                        max = 50,
                        meaning =
                                "Trucks waiting at a loading unit, on average, beyond those that the"
                                        + " plan expects, that raise a queue")
                double queueBeyondPlan,
        @Setting(
                        unit = "share of the load",
                        min = 0.02,
                        max = 0.5,
                        meaning =
                                "Change of a truck's latest loads, relative to other trucks at the"
                                        + " same loading units, from which on its payload scale is"
                                        + " wrong; a difference that was always there must be 1.4"
                                        + " times as large")
                double scaleDeviation,
        @Setting(
                        unit = "loads",
                        min = 3,
                        max = 200,
                        meaning = "Latest loads of a truck by which its payload scale is judged")
                int scaleLoads)
        implements Serializable, CheckedSettings {

    /** The defaults. */
    public static final PatternSettings DEFAULT =
            new PatternSettings(
                    1.06, 0.95, 0.9, 0.1, 10, 4, 36, 0.33, 1, 1, 7.1, 11.0, 3, 75, 2, 30, 5, 4, 60,
                    2, 1, 60, 0.5, 3, 0.07, 10);

    @Override
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        check(
                faults,
                underloadMeanShare < targetShare,
                "underloadMeanShare is " + underloadMeanShare,
                "less than targetShare, " + targetShare);
        check(
                faults,
                vibrationZoneC < vibrationZoneD,
                "vibrationZoneC is " + vibrationZoneC,
                "less than vibrationZoneD, " + vibrationZoneD);
        check(
                faults,
                deratedMin < deratedSpanMin,
                "deratedMin is " + deratedMin,
                "less than deratedSpanMin, " + deratedSpanMin);
        check(
                faults,
                criticalFuelHours < lowFuelHours,
                "criticalFuelHours is " + criticalFuelHours,
                "less than lowFuelHours, " + lowFuelHours);
        check(
                faults,
                (long) shortStops * (shortStopMin + 2) <= shortStopsSpanMin,
                "shortStopsSpanMin is " + shortStopsSpanMin,
                "at least " + shortStops * (shortStopMin + 2) + ", the longest time of the stops");
        return faults;
    }

    private static void check(List<String> faults, boolean valid, String value, String expected) {
        if (!valid) {
            faults.add(value + ", expected " + expected);
        }
    }
}
