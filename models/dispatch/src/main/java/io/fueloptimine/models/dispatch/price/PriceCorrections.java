package io.fueloptimine.models.dispatch.price;

import io.fueloptimine.models.mine.dispatch.PlanPrices;
import io.fueloptimine.models.mine.road.SegmentSpeed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * By how much the litres of single trucks and road segments deviate from the prices of a model, and
 * the speeds that trucks drove. Immutable.
 *
 * @param model name and version of the model whose residuals gave the ratios, such as {@code
 *     fuel-window 3}; empty when nothing has been learned
 * @param trucks the ratio of burnt to expected litres by truck; 1 for a truck that is missing
 * @param segmentExcess the ratio of burnt to expected litres by road segment; 1 for a segment that
 *     is missing
 * @param speeds the speeds that trucks drove lately
 */
public record PriceCorrections(
        String model,
        Map<String, MachineRatio.Estimate> trucks,
        Map<String, Double> segmentExcess,
        List<SegmentSpeed> speeds) {

    /** Ratios are stated in steps of 0.001. */
    private static final double ROUNDING = 1_000;

    private static final PriceCorrections NONE =
            new PriceCorrections("", Map.of(), Map.of(), List.of());

    public PriceCorrections {
        // The state of an earlier release has no speeds.
        speeds = speeds == null ? List.of() : List.copyOf(speeds);
    }

    /** No corrections: every ratio is 1, and no speed is known. */
    public static PriceCorrections none() {
        return NONE;
    }

    /** The ratio of burnt to expected litres of a truck; 1 when nothing is known. */
    public double truckRatio(String truckId) {
        MachineRatio.Estimate estimate = trucks.get(truckId);
        return estimate == null ? 1 : estimate.ratio();
    }

    /** Whether a truck burns so much that it should be repaired before it works again. */
    public boolean needsWorkshop(String truckId) {
        MachineRatio.Estimate estimate = trucks.get(truckId);
        return estimate != null && estimate.needsWorkshop();
    }

    /** The ratio of burnt to expected litres on a road segment; 1 when nothing is known. */
    public double segmentRatio(String segmentId) {
        return segmentExcess.getOrDefault(segmentId, 1.0);
    }

    /**
     * These corrections as a plan states them: rounded, without those that are 1.
     *
     * @param priceModel name and version of the model whose prices were corrected
     * @param passages the road segments on the legs of the plan
     */
    public PlanPrices usedWith(String priceModel, Set<PricedPassage> passages) {
        Map<String, Double> byTruck = new TreeMap<>();
        trucks.forEach((truck, estimate) -> byTruck.put(truck, rounded(estimate.ratio())));
        Map<String, Double> bySegment = new TreeMap<>();
        segmentExcess.forEach((segment, ratio) -> bySegment.put(segment, rounded(ratio)));
        byTruck.values().removeIf(ratio -> ratio == 1);
        bySegment.values().removeIf(ratio -> ratio == 1);
        int measured = (int) passages.stream().filter(PricedPassage::measured).count();
        int others = passages.size() - measured;
        return new PlanPrices(
                priceModel,
                byTruck,
                bySegment,
                speeds,
                measured,
                others,
                others > 0 ? PlanPrices.PHYSICS_SPEEDS : "");
    }

    private static double rounded(double ratio) {
        return Math.rint(ratio * ROUNDING) / ROUNDING;
    }

    /** A copy with other ratios of road segments. */
    public PriceCorrections withSegmentExcess(Map<String, Double> excess) {
        return new PriceCorrections(model, trucks, excess, speeds);
    }

    /** A copy with other speeds. */
    public PriceCorrections withSpeeds(List<SegmentSpeed> newSpeeds) {
        return new PriceCorrections(model, trucks, segmentExcess, newSpeeds);
    }
}
