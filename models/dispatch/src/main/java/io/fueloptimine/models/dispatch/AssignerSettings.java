package io.fueloptimine.models.dispatch;

import java.io.Serializable;

/**
 * The constants of the truck-by-truck assignment. Costs are in litres, so that unlike things can be
 * added up.
 *
 * @param waitingLph what an hour of a truck's waiting costs, L/h; a mine's fleet burns 158 L per
 *     calendar truck-hour, and another truck has to make up for the one that waits
 * @param hangL what a loading unit that nobody is bound for is worth, L per truck sent
 * @param behindPlanL what one trip behind the plan's rate is worth, L
 * @param offPlanL what a leg that the plan does not use costs on top, L
 * @param maxTripsBehind bound on the trips behind or ahead that count
 * @param dumpS mean dumping time, s
 * @param spotS mean spotting time, s
 * @param candidateFuelPct a truck under this share of its fuel hours goes to a free bay, %
 * @param criticalFuelPct a truck under this goes to the bay, free or not, %
 * @param fuelBayPlaces trucks that one bay serves at once, those bound for it included
 * @param surplusForS trucks of a class must be too many for this long before one is parked, s
 * @param minParkedS a parked truck stays so for this long unless two or more are missing, s
 * @param maxDiversions how often a truck under way may be sent elsewhere, per trip
 * @param maxAttempts assignments per freed truck, the first included, when it rejects them
 * @param validForS how long an assignment may be followed, s
 */
public record AssignerSettings(
        double waitingLph,
        double hangL,
        double behindPlanL,
        double offPlanL,
        double maxTripsBehind,
        double dumpS,
        double spotS,
        double candidateFuelPct,
        double criticalFuelPct,
        int fuelBayPlaces,
        long surplusForS,
        long minParkedS,
        int maxDiversions,
        int maxAttempts,
        long validForS)
        implements Serializable {

    /** Thresholds as control rooms use them. */
    public static AssignerSettings defaults() {
        return new AssignerSettings(
                150, 8, 20, 30, 3, 83, 80, 40, 10, 2, 10 * 60, 30 * 60, 1, 2, 15 * 60);
    }
}
