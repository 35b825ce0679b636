package io.fueloptimine.models.mine.dispatch;

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
 */
public record PlanPrices(
        String model, Map<String, Double> truckRatios, Map<String, Double> segmentRatios) {

    private static final PlanPrices UNKNOWN = new PlanPrices("", Map.of(), Map.of());

    /** The prices of a plan that does not say which prices it was made with. */
    public static PlanPrices unknown() {
        return UNKNOWN;
    }
}
