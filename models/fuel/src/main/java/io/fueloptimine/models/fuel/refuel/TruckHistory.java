package io.fueloptimine.models.fuel.refuel;

import java.util.List;

/**
 * How one truck's refuellings differ from what the model expects of any truck: its engine's state,
 * its drivers, its meter. The mean of its earlier residuals, drawn to 0 as if six intervals of an
 * average truck had been seen as well, and with no residual counting for more than 300 L, because a
 * tank that was not filled up says nothing of the truck. Stateless.
 */
public final class TruckHistory {

    private static final double AVERAGE_INTERVALS = 6;
    private static final double MOST_L = 300;

    private TruckHistory() {}

    /**
     * Litres to add to what the model expects of the truck's next interval; 0 when nothing is
     * known.
     *
     * @param earlier the truck's intervals so far, fit ones only
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
