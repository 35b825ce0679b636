package io.fueloptimine.models.training.refuel;

import io.fueloptimine.models.fuel.refuel.RefuelInterval;
import io.fueloptimine.models.fuel.refuel.RefuelModel;
import io.fueloptimine.models.fuel.refuel.WorkItem;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Fits the litres per unit of each work item to the litres that the fuel bay's meter measured. The
 * model has only one coefficient per item, because a few hundred noisy intervals do not determine
 * more; boosted trees on the same items have larger errors on unseen trucks. Stateless. Equal
 * intervals in equal order give equal coefficients.
 */
public final class RefuelTrainer {

    /** The minimum number of intervals to fit one coefficient per {@link WorkItem}. */
    public static final int FEWEST_INTERVALS = 2 * WorkItem.values().length;

    private RefuelTrainer() {}

    /**
     * Trains a model on intervals that an {@link io.fueloptimine.models.fuel.refuel.IntervalFilter}
     * selected.
     *
     * @throws InvalidInputException when there are too few intervals
     */
    public static RefuelModel train(List<RefuelInterval> intervals) {
        if (intervals.size() < FEWEST_INTERVALS) {
            throw new InvalidInputException(
                    String.format(
                            Locale.ROOT,
                            "there are %d usable intervals between refuellings, expected at least"
                                    + " %d",
                            intervals.size(),
                            FEWEST_INTERVALS));
        }
        double[] weights =
                NonNegativeFit.of(RefuelRows.work(intervals), RefuelRows.litres(intervals));
        Map<WorkItem, Double> coefficients = new EnumMap<>(WorkItem.class);
        for (WorkItem item : WorkItem.values()) {
            coefficients.put(item, weights[item.ordinal()]);
        }
        return new RefuelModel(coefficients);
    }
}
