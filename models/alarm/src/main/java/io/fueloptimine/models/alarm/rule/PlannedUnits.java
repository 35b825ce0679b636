package io.fueloptimine.models.alarm.rule;

import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.PlannedFlow;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.MineSite;
import java.util.HashMap;
import java.util.Map;

/**
 * How busy a plan keeps each loading unit. The units of a face share the planned trips of the face.
 *
 * @param madeAtMs event time of the plan, ms since the epoch
 * @param validUntilMs when the plan expires, ms since the epoch
 * @param busyShares share of the time that each unit loads, by unit, 0 to 1
 */
public record PlannedUnits(long madeAtMs, long validUntilMs, Map<String, Double> busyShares) {

    /**
     * The most trucks that a plan is assumed to let wait at a unit. The formula of {@link #queue}
     * grows without bound, but the trucks of a mine are few.
     */
    private static final double MOST_QUEUED = 2;

    private static final double SECONDS_PER_HOUR = 3_600;

    /** The busy shares of the units of a mine in a plan. */
    public static PlannedUnits of(DispatchPlan plan, MineSite mine) {
        Map<String, Double> shares = new HashMap<>();
        for (LoadingUnit unit : mine.loadingUnits()) {
            double tripsPerHour =
                    plan.flows().stream()
                            .filter(flow -> flow.loaded())
                            .filter(flow -> flow.fromLocationId().equals(unit.faceId()))
                            .mapToDouble(PlannedFlow::tripsPerHour)
                            .sum();
            long units =
                    mine.loadingUnits().stream()
                            .filter(other -> other.faceId().equals(unit.faceId()))
                            .count();
            double share = tripsPerHour / units * unit.meanLoadingS() / SECONDS_PER_HOUR;
            shares.put(unit.id(), Math.min(1, share));
        }
        return new PlannedUnits(
                plan.madeAt().toEpochMilli(), plan.validUntil().toEpochMilli(), shares);
    }

    /** Whether the plan applies to a time and says something about a unit. */
    public boolean covers(String unitId, long atMs) {
        return atMs >= madeAtMs && atMs <= validUntilMs && busyShares.containsKey(unitId);
    }

    /** Share of its time that the unit is expected to wait for trucks. */
    public double hangShare(String unitId) {
        return 1 - busyShares.get(unitId);
    }

    /**
     * Trucks expected to wait at the unit, on average: those of a queue with random arrivals and
     * equal loading times (Pollaczek and Khinchine), at most {@value #MOST_QUEUED}.
     */
    public double queue(String unitId) {
        double busy = busyShares.get(unitId);
        return busy >= 1 ? MOST_QUEUED : Math.min(MOST_QUEUED, busy * busy / (2 * (1 - busy)));
    }
}
