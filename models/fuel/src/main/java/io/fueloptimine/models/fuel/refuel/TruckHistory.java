package io.fueloptimine.models.fuel.refuel;

import java.util.List;

/**
 * The offset of one truck's consumption from the model, which its engine, its operators or the fuel
 * meter cause. The offset is the mean of the truck's earlier residuals, shrunk towards 0 as if six
 * intervals with a residual of 0 were added. Each residual is limited to 300 L, because the
 * residual of a tank that was not filled up does not depend on the truck. Stateless.
 */
public final class TruckHistory {

    private static final double AVERAGE_INTERVALS = 6;
    private static final double MOST_L = 300;

    private TruckHistory() {}

    /**
     * The litres to add to the expectation of the truck's next interval; 0 without earlier
     * intervals.
     *
     * @param earlier the earlier selected intervals of the truck
     */
    public static double offsetL(RefuelModel model, List<RefuelInterval> earlier) {
        double sum =
                earlier.stream()
                        .mapToDouble(
                                interval ->
                                        interval.dispensedL() - model.expectedL(interval.work()))
                        .map(residual -> Math.max(-MOST_L, Math.min(MOST_L, residual)))
                        .sum();
        return sum / (earlier.size() + AVERAGE_INTERVALS);
    }
}
