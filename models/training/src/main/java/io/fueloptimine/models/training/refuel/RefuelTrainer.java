package io.fueloptimine.models.training.refuel;

import io.fueloptimine.models.fuel.refuel.RefuelInterval;
import io.fueloptimine.models.fuel.refuel.RefuelModel;
import io.fueloptimine.models.fuel.refuel.WorkItem;
import io.fueloptimine.models.training.TrainingException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Learns what each item of work costs, in litres, from the bay's meter. Some hundred noisy
 * intervals carry no more than one price an item: boosted trees over the same items do worse on
 * trucks they never saw. Stateless; the same intervals in the same order give the same prices.
 */
public final class RefuelTrainer {

    /** Fewer say nothing of thirteen prices. */
    public static final int FEWEST_INTERVALS = 2 * WorkItem.values().length;

    private RefuelTrainer() {}

    /**
     * Learns from intervals that are fit for it.
     *
     * @throws TrainingException when there are too few
     */
    public static RefuelModel train(List<RefuelInterval> intervals) {
        if (intervals.size() < FEWEST_INTERVALS) {
            throw new TrainingException(
                    String.format(
                            "there are %d usable intervals between refuellings, expected at least"
                                    + " %d",
                            intervals.size(), FEWEST_INTERVALS));
        }
        double[] weights =
                NonNegativeFit.of(RefuelRows.work(intervals), RefuelRows.litres(intervals));
        Map<WorkItem, Double> prices = new EnumMap<>(WorkItem.class);
        for (WorkItem item : WorkItem.values()) {
            prices.put(item, weights[item.ordinal()]);
        }
        return new RefuelModel(prices);
    }
}
