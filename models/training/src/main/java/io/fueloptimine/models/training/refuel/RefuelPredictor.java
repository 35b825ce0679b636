package io.fueloptimine.models.training.refuel;

import io.fueloptimine.models.fuel.refuel.RefuelInterval;
import java.util.List;

/** Predicts the litres of an interval between refuellings. */
@FunctionalInterface
interface RefuelPredictor {

    /**
     * The expected litres of an interval.
     *
     * @param interval the interval with its work; its litres are not used
     * @param earlier the earlier intervals of the same truck, with their litres
     */
    double expectedL(RefuelInterval interval, List<RefuelInterval> earlier);
}
