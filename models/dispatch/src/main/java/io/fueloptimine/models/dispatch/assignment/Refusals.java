package io.fueloptimine.models.dispatch.assignment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The loading units that trucks have rejected lately, so that a truck is sent there again only if
 * other loads cost much more. The cost falls evenly to 0. Immutable.
 *
 * @param latest the latest refusals, the oldest first; at most one for each pair
 */
public record Refusals(List<Refusal> latest) {

    /** The largest number of refusals that are kept; the oldest are dropped. */
    private static final int MOST = 200;

    private static final Refusals NONE = new Refusals(List.of());

    /**
     * One refusal.
     *
     * @param truckId the truck
     * @param unitId the loading unit that it rejected
     * @param at when (UTC)
     */
    public record Refusal(String truckId, String unitId, Instant at) {

        private boolean isOf(String truck, String unit) {
            return truckId.equals(truck) && unitId.equals(unit);
        }
    }

    static Refusals none() {
        return NONE;
    }

    /** The refusals with a new one; those that no longer cost anything are dropped. */
    Refusals plus(Refusal refusal, AssignerSettings settings) {
        List<Refusal> kept = new ArrayList<>();
        for (Refusal each : latest) {
            boolean again = each.isOf(refusal.truckId(), refusal.unitId());
            if (!again && costL(each, refusal.at(), settings) > 0) {
                kept.add(each);
            }
        }
        kept.add(refusal);
        return new Refusals(
                List.copyOf(kept.subList(Math.max(0, kept.size() - MOST), kept.size())));
    }

    /** The refusals of one truck. */
    List<Refusal> of(String truckId) {
        return latest.isEmpty()
                ? latest
                : latest.stream().filter(each -> each.truckId().equals(truckId)).toList();
    }

    /** What a refusal adds to the cost of the pair at a time, L. */
    static double costL(Refusal refusal, Instant at, AssignerSettings settings) {
        double ageS = Math.max(0, Duration.between(refusal.at(), at).toMillis() / 1_000.0);
        return settings.refusedL() * Math.max(0, 1 - ageS / settings.refusedForS());
    }
}
