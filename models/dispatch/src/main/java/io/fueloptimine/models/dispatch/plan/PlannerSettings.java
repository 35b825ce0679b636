package io.fueloptimine.models.dispatch.plan;

import io.fueloptimine.models.mine.input.CheckedSettings;
import io.fueloptimine.models.mine.input.Setting;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The settings of the planner. Times per cycle are the means of the lognormal distributions
 * measured over 10,285 cycles of an Andean mine, including cycles without waiting.
 *
 * <p>The utilisation is from the same records: travel, waiting, spotting, loading and dumping fill
 * 60.4 % of the calendar hours of all 57 trucks. A plan counts only trucks that are in service.
 * With a tenth of the trucks out of service, which is an assumption, 67 % of the hours of the
 * others are work. The records do not say when trucks were out of service: if gaps between cycles
 * above 6 h are taken for it (12.6 % of the hours), the share is 69 %. In the simulator trucks are
 * out of service for 8 % of the time, and the same 60 % of calendar hours are 66 % of the others.
 *
 * <p>A plan is solved on one thread, so that equal input gives equal plans.
 */
public record PlannerSettings(
        @Setting(
                        unit = "share of an hour",
                        min = 0.05,
                        max = 1,
                        meaning =
                                "Time that a truck in service works in cycles, waiting included;"
                                        + " without breakMin also less by breaks")
                double utilisation,
        @Setting(
                        unit = "h after the start of the shift",
                        min = 0,
                        max = 24,
                        meaning = "Start of the break of all operators; see breakMin")
                double breakStartH,
        @Setting(
                        unit = "min",
                        min = 0,
                        max = 240,
                        meaning =
                                "Length of the break of all operators in a shift, in which no truck"
                                        + " works; 0 when operators have breaks one after the other,"
                                        + " which utilisation contains")
                double breakMin,
        @Setting(
                        unit = "trucks x loading time / (loading units x cycle time)",
                        min = 0,
                        max = 10,
                        meaning =
                                "Least match factor of a face with tonnes left; reached after all"
                                        + " tonnes; 0 for none")
                double minMatchFactor,
        @Setting(
                        unit = "trucks x loading time / (loading units x cycle time)",
                        min = 0,
                        max = 10,
                        meaning =
                                "Highest match factor of a face, so that trucks do not queue there;"
                                        + " kept before tonnes; 0 for none")
                double maxMatchFactor,
        @Setting(
                        unit = "share of an hour",
                        min = 0.05,
                        max = 1,
                        meaning =
                                "Time that a loading unit may be planned busy; queues form above it")
                double maxUnitUtilisation,
        @Setting(
                        unit = "share of its rate",
                        min = 0,
                        max = 1,
                        meaning = "Least rate of a loading unit that is in use")
                double minUnitShare,
        @Setting(unit = "s per cycle", min = 0, max = 3_600, meaning = "Mean time of spotting")
                double spotS,
        @Setting(
                        unit = "s per cycle",
                        min = 0,
                        max = 3_600,
                        meaning = "Mean time of waiting at the loading unit")
                double loadQueueS,
        @Setting(unit = "s per cycle", min = 0, max = 3_600, meaning = "Mean time of dumping")
                double dumpS,
        @Setting(
                        unit = "s per cycle",
                        min = 0,
                        max = 3_600,
                        meaning = "Mean time of waiting at the dump")
                double dumpQueueS,
        @Setting(
                        unit = "actual / physical",
                        min = 0.5,
                        max = 5,
                        meaning = "Factor on the travel times that physics predicts")
                double travelTimeFactor,
        @Setting(
                        unit = "s",
                        min = 0,
                        max = 14_400,
                        meaning = "Time of one refuelling with its detour")
                double refuelS,
        @Setting(
                        unit = "share of the tank",
                        min = 0.1,
                        max = 1,
                        meaning = "Fuel burnt between two refuellings")
                double usableTankShare,
        @Setting(
                        unit = "trucks",
                        min = 1,
                        max = 100,
                        meaning = "Trucks that one fuel bay can refuel at the same time")
                int trucksPerFuelBay,
        @Setting(
                        unit = "multiple of the least possible share",
                        min = 1,
                        max = 1_000,
                        meaning =
                                "How far a face may fall short, as a share of its rate, when faces of"
                                        + " equal priority cannot all be met: 1 spreads the shortfall"
                                        + " evenly, a large value moves the most tonnes")
                double worstShortfallFactor,
        @Setting(
                        unit = "relative gap of litres",
                        min = 0,
                        max = 0.1,
                        meaning = "Gap to the bound at which the solver stops")
                double gap,
        @Setting(
                        meaning =
                                "SIMPLEX, the solver of this software with ojAlgo as its"
                                        + " replacement, OJALGO, or HIGHS if its jars are on the"
                                        + " class path; all on one thread")
                SolverName solver,
        @Setting(
                        unit = "ms of wall-clock time",
                        min = 100,
                        max = 600_000,
                        meaning = "Time after which the solver returns the best plan found")
                long timeAbortMs,
        @Setting(
                        unit = "nodes",
                        min = 0,
                        max = 100_000_000,
                        meaning =
                                "Branch-and-bound nodes after which the solver returns the best plan"
                                        + " found; a plan then does not depend on the computer's"
                                        + " load. With 0, timeAbortMs limits the solver")
                int maxNodes,
        @Setting(unit = "s", min = 60, max = 86_400, meaning = "Time for which a plan is valid")
                long validityS)
        implements Serializable, CheckedSettings {

    /** The measured means, for a mine without its own measurements. */
    public static final PlannerSettings DEFAULT =
            new PlannerSettings(
                    0.67,
                    0,
                    0,
                    0,
                    0,
                    0.90,
                    0.10,
                    80,
                    135,
                    83,
                    105,
                    1.0,
                    25 * 60,
                    0.70,
                    2,
                    2,
                    0.001,
                    SolverName.SIMPLEX,
                    5_000,
                    0,
                    30 * 60);

    /** Chosen: what queues take of the time of trucks and loading units when no more is known. */
    private static final double GIVEN_TIMES_UTILISATION = 0.95;

    /** The defaults. */
    public static PlannerSettings defaults() {
        return DEFAULT;
    }

    /** Settings that contradict each other, and a solver that is not there. */
    @Override
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (maxMatchFactor > 0 && minMatchFactor > maxMatchFactor) {
            faults.add(
                    String.format(
                            Locale.ROOT,
                            "minMatchFactor is %s, expected at most maxMatchFactor, %s",
                            minMatchFactor,
                            maxMatchFactor));
        }
        if (!solver.isAvailable()) {
            faults.add(
                    "solver is "
                            + solver
                            + ", expected SIMPLEX or OJALGO, or the jars of OR-Tools on the class"
                            + " path");
        }
        return faults;
    }

    /**
     * A copy with which the solver is limited by nodes and not by time.
     *
     * @param newMaxNodes at least 1
     */
    public PlannerSettings withMaxNodes(int newMaxNodes) {
        return new PlannerSettings(
                utilisation,
                breakStartH,
                breakMin,
                minMatchFactor,
                maxMatchFactor,
                maxUnitUtilisation,
                minUnitShare,
                spotS,
                loadQueueS,
                dumpS,
                dumpQueueS,
                travelTimeFactor,
                refuelS,
                usableTankShare,
                trucksPerFuelBay,
                worstShortfallFactor,
                gap,
                solver,
                timeAbortMs,
                newMaxNodes,
                validityS);
    }

    /**
     * A copy for a mine whose times are given by tables: loading times with spotting and travel
     * times are complete there, and trucks lose little time outside cycles.
     */
    public PlannerSettings forGivenTimes() {
        return new PlannerSettings(
                GIVEN_TIMES_UTILISATION,
                breakStartH,
                breakMin,
                minMatchFactor,
                maxMatchFactor,
                GIVEN_TIMES_UTILISATION,
                minUnitShare,
                0,
                0,
                0,
                0,
                1,
                refuelS,
                usableTankShare,
                trucksPerFuelBay,
                worstShortfallFactor,
                gap,
                solver,
                timeAbortMs,
                maxNodes,
                validityS);
    }
}
