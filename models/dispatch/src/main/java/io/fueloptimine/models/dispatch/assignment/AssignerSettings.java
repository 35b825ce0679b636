package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.mine.input.CheckedSettings;
import io.fueloptimine.models.mine.input.Setting;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * The settings of the truck-by-truck assignment. All costs are in litres, so that they can be
 * added.
 */
public record AssignerSettings(
        @Setting(
                        unit = "L/h",
                        min = 0,
                        max = 10_000,
                        meaning =
                                "Cost of an hour that a truck waits, during which another truck has"
                                        + " to do its work; a fleet burns 158 L per calendar"
                                        + " truck-hour")
                double waitingLph,
        @Setting(
                        unit = "L/h",
                        min = 0,
                        max = 10_000,
                        meaning =
                                "Cost of an hour by which a load begins later than the pace of its"
                                        + " loading unit")
                double lateLph,
        @Setting(
                        unit = "L/h",
                        min = 0,
                        max = 10_000,
                        meaning =
                                "Cost of an hour by which a load begins earlier than the pace of its"
                                        + " loading unit")
                double earlyLph,
        @Setting(
                        unit = "s",
                        min = 0,
                        max = 14_400,
                        meaning = "Trucks that will be free within this time are matched together")
                double lookAheadS,
        @Setting(
                        unit = "trucks",
                        min = 1,
                        max = 200,
                        meaning = "Highest number of trucks that are matched together")
                int mostMatched,
        @Setting(unit = "s", min = 1, max = 3_600, meaning = "Mean time of dumping") double dumpS,
        @Setting(unit = "s", min = 1, max = 3_600, meaning = "Mean time of spotting") double spotS,
        @Setting(unit = "s", min = 0, max = 3_600, meaning = "Mean time of waiting at a dump")
                double dumpQueueS,
        @Setting(
                        unit = "s",
                        min = 0,
                        max = 14_400,
                        meaning = "Expected time until a truck that has stopped goes on")
                double restS,
        @Setting(
                        unit = "% of the fuel hours",
                        min = 0,
                        max = 100,
                        meaning = "A truck with less fuel goes to a fuel bay if one is free")
                double candidateFuelPct,
        @Setting(
                        unit = "% of the fuel hours",
                        min = 0,
                        max = 100,
                        meaning = "A truck with less fuel goes to a fuel bay even if none is free")
                double criticalFuelPct,
        @Setting(
                        unit = "trucks",
                        min = 1,
                        max = 100,
                        meaning =
                                "Highest number of trucks at a fuel bay, including those driving to it")
                int fuelBayPlaces,
        @Setting(
                        unit = "1: yes, 0: no",
                        min = 0,
                        max = 1,
                        meaning = "Whether trucks that the tonnes left do not need are parked")
                int parkSurplus,
        @Setting(
                        unit = "share",
                        min = 0.05,
                        max = 1,
                        meaning =
                                "Tonnes that trucks move by the tonnes that they could move if they"
                                        + " never waited or stopped, until it is measured")
                double workingShare,
        @Setting(
                        unit = "h",
                        min = 0,
                        max = 12,
                        meaning = "Time before the end of the shift at which the work should end")
                double finishEarlyH,
        @Setting(
                        unit = "%",
                        min = 0,
                        max = 100,
                        meaning =
                                "A truck is parked only if the other trucks can move this much more"
                                        + " than what is left")
                double spareCapacityPct,
        @Setting(
                        unit = "%",
                        min = 0,
                        max = 100,
                        meaning =
                                "A parked truck replaces a working one only if it needs fewer litres"
                                        + " per tonne by this much")
                double changeWorthPct,
        @Setting(
                        unit = "s",
                        min = 0,
                        max = 86_400,
                        meaning = "Shortest time for which a truck stays parked")
                long minParkedS,
        @Setting(
                        unit = "s",
                        min = 60,
                        max = 86_400,
                        meaning =
                                "Time after which a parked truck gets the assignment to stay again")
                long stayParkedS,
        @Setting(
                        unit = "s",
                        min = 0,
                        max = 14_400,
                        meaning =
                                "A parked truck returns to work when it would arrive at most this"
                                        + " long before its load should begin")
                double returnAheadS,
        @Setting(
                        unit = "diversions per trip",
                        min = 0,
                        max = 10,
                        meaning = "Highest number of times that a truck may be diverted on its way")
                int maxDiversions,
        @Setting(
                        unit = "assignments",
                        min = 1,
                        max = 10,
                        meaning =
                                "Highest number of assignments offered to a truck that rejects them,"
                                        + " including the first")
                int maxAttempts,
        @Setting(
                        unit = "L",
                        min = 0,
                        max = 10_000,
                        meaning =
                                "Cost of sending a truck to a loading unit that it has just rejected;"
                                        + " it falls evenly to 0")
                double refusedL,
        @Setting(
                        unit = "s",
                        min = 1,
                        max = 604_800,
                        meaning = "Time after which a rejection no longer counts")
                double refusedForS,
        @Setting(
                        unit = "s",
                        min = 10,
                        max = 86_400,
                        meaning = "Time for which an assignment is valid")
                long validForS)
        implements Serializable, CheckedSettings {

    /** The defaults. */
    public static final AssignerSettings DEFAULT =
            new AssignerSettings(
                    60, 60, 60, 1_500, 40, 83, 80, 60, 900, 40, 10, 2, 1, 0.62, 1, 8, 2, 15 * 60,
                    6_600, 120, 1, 2, 15, 2 * 3_600, 15 * 60);

    /** A copy that does not park surplus trucks. */
    public AssignerSettings withoutParking() {
        return new AssignerSettings(
                waitingLph,
                lateLph,
                earlyLph,
                lookAheadS,
                mostMatched,
                dumpS,
                spotS,
                dumpQueueS,
                restS,
                candidateFuelPct,
                criticalFuelPct,
                fuelBayPlaces,
                0,
                workingShare,
                finishEarlyH,
                spareCapacityPct,
                changeWorthPct,
                minParkedS,
                stayParkedS,
                returnAheadS,
                maxDiversions,
                maxAttempts,
                refusedL,
                refusedForS,
                validForS);
    }

    /** Whether trucks that the tonnes left do not need are parked. */
    public boolean parksSurplus() {
        return parkSurplus == 1;
    }

    /** The defaults. */
    public static AssignerSettings defaults() {
        return DEFAULT;
    }

    @Override
    public List<String> faults() {
        return criticalFuelPct <= candidateFuelPct
                ? List.of()
                : List.of(
                        String.format(
                                Locale.ROOT,
                                "criticalFuelPct is %s, expected candidateFuelPct, %s, or less",
                                criticalFuelPct,
                                candidateFuelPct));
    }
}
