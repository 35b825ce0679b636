package io.fueloptimine.models.dispatch;

import java.io.Serializable;

/**
 * The constants of the plan. Times per cycle are the means of the lognormals measured over 10,285
 * cycles of a real Andean mine (share of zeros included).
 *
 * @param utilisation share of an hour that a truck in service works in cycles, 0 to 1; measured 60
 *     % of calendar hours, with a tenth of the trucks down
 * @param maxUnitUtilisation share of an hour that a loading unit may be planned busy; what is above
 *     becomes queues (match factor over about 1)
 * @param minUnitShare a loading unit that is on digs at least this share of its rate, 0 to 1
 * @param spotS spotting, s per cycle
 * @param loadQueueS waiting at the loading unit, s per cycle
 * @param dumpS dumping, s per cycle
 * @param dumpQueueS waiting at the dump, s per cycle
 * @param travelTimeFactor actual over physical travel time
 * @param refuelS one refuelling with its detour, s
 * @param usableTankShare share of the tank between two refuellings
 * @param shortfallLpt penalty per tonne short of a target, L/t; far over what a tonne burns
 * @param dumpMinimumLpt penalty per tonne under a dump's minimum, L/t
 * @param timeAbortMs the solver's bound, ms
 * @param validityS how long a plan may be followed, s
 */
public record PlannerSettings(
        double utilisation,
        double maxUnitUtilisation,
        double minUnitShare,
        double spotS,
        double loadQueueS,
        double dumpS,
        double dumpQueueS,
        double travelTimeFactor,
        double refuelS,
        double usableTankShare,
        double shortfallLpt,
        double dumpMinimumLpt,
        long timeAbortMs,
        long validityS)
        implements Serializable {

    /** The measured means; a mine with figures of its own gives those. */
    public static PlannerSettings defaults() {
        return new PlannerSettings(
                0.67, 0.90, 0.10, 80, 135, 83, 105, 1.0, 25 * 60, 0.70, 8, 3, 5_000, 30 * 60);
    }

    /** The same with another bound on the solver. */
    public PlannerSettings withTimeAbortMs(long newTimeAbortMs) {
        return new PlannerSettings(
                utilisation,
                maxUnitUtilisation,
                minUnitShare,
                spotS,
                loadQueueS,
                dumpS,
                dumpQueueS,
                travelTimeFactor,
                refuelS,
                usableTankShare,
                shortfallLpt,
                dumpMinimumLpt,
                newTimeAbortMs,
                validityS);
    }
}
