package io.fueloptimine.models.fuel.refuel;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Litres between two refuellings as a sum over the work done: what each item costs by the unit,
 * learnt from the bay's meter. Every price is a figure that an engineer can hold against physics:
 * litres per hour loaded, per kilometre empty. Immutable and thread-safe.
 *
 * @param litresPerUnit what a unit of each item costs, L, 0 or more; an item that is absent costs
 *     nothing
 */
public record RefuelModel(Map<WorkItem, Double> litresPerUnit) {

    public RefuelModel {
        litresPerUnit.forEach(
                (item, litres) -> {
                    if (!(litres >= 0) || litres.isInfinite()) {
                        throw new IllegalArgumentException(
                                item.column()
                                        + " costs "
                                        + litres
                                        + " L a unit, expected 0 or more, finite");
                    }
                });
        Map<WorkItem, Double> copy = new EnumMap<>(WorkItem.class);
        copy.putAll(litresPerUnit);
        litresPerUnit = Collections.unmodifiableMap(copy);
    }

    /** The litres that the work should have burnt. */
    public double expectedL(Work work) {
        double litres = 0;
        for (Map.Entry<WorkItem, Double> price : litresPerUnit.entrySet()) {
            litres += price.getValue() * work.amount(price.getKey());
        }
        return litres;
    }
}
