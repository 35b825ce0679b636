package io.fueloptimine.models.fuel.refuel;

import java.util.List;

/**
 * The offset of one truck from the model, caused by its engine, its operators or its meter: the
 * mean of its earlier residuals, shrunk towards 0 by the weight of six average intervals. Each
 * residual is limited to 300 L, because the residual of a tank that was not filled up does not
 * depend on the truck. Stateless.
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
