package io.fueloptimine.models.mine.dispatch;

import io.fueloptimine.models.mine.road.SegmentSpeed;
import java.util.List;
import java.util.Map;

/**
 * The prices of trips that a plan was made with.
 *
 * @param model name and version of the model that predicted the litres of trips, such as {@code
 *     fuel-window 3}, or {@code physics}; empty in plans of earlier releases
 * @param truckRatios litres of a truck relative to those of its class, by truck; only trucks whose
 *     ratio is not 1
 * @param segmentRatios litres on a road segment relative to those that the model predicts, by
 *     segment; only segments whose ratio is not 1
 * @param speeds the measured speeds of trucks that the times and litres of trips were computed
 *     with; empty when none were known
 * @param measuredSegments number of passages that were priced at measured speeds; a passage is a
 *     segment in one direction on the plan's legs, of one class, loaded or empty
 * @param otherSegments number of passages that were priced at the speeds of {@code otherSpeeds},
 *     because trucks have not driven them often enough lately
 * @param otherSpeeds the name of these speeds: {@value #PHYSICS_SPEEDS}; empty in plans of earlier
 *     releases
 */
public record PlanPrices(
        String model,
        Map<String, Double> truckRatios,
        Map<String, Double> segmentRatios,
        List<SegmentSpeed> speeds,
        int measuredSegments,
        int otherSegments,
        String otherSpeeds) {

    /** Speeds of operators by grade, as far as physics allows them for the class. */
    public static final String PHYSICS_SPEEDS = "physics";

    private static final PlanPrices UNKNOWN =
            new PlanPrices("", Map.of(), Map.of(), List.of(), 0, 0, "");

    public PlanPrices {
        speeds = speeds == null ? List.of() : List.copyOf(speeds);
        otherSpeeds = otherSpeeds == null ? "" : otherSpeeds;
    }

    /** The prices of a plan that does not say which prices it was made with. */
    public static PlanPrices unknown() {
        return UNKNOWN;
    }
}
