package io.fueloptimine.models.training.refuel;

import io.fueloptimine.models.fuel.refuel.RefuelInterval;
import java.util.List;

/** What says how many litres an interval should have taken. */
@FunctionalInterface
interface RefuelPredictor {

    /**
     * The litres expected.
     *
     * @param interval what was done; its own litres are not looked at
     * @param earlier the same truck's intervals before it, with the litres they took
     */
    double expectedL(RefuelInterval interval, List<RefuelInterval> earlier);
}
