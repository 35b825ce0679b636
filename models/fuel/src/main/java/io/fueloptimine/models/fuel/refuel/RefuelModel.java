package io.fueloptimine.models.fuel.refuel;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * A linear model of the litres between two refuellings: the litres per unit of each work item,
 * learned from the meter of the fuel bay. Each coefficient, such as litres per hour loaded or per
 * kilometre empty, can be compared with physics. Immutable and thread-safe.
 *
 * @param litresPerUnit litres per unit of each item, 0 or more; 0 for absent items
 */
public record RefuelModel(Map<WorkItem, Double> litresPerUnit) {

    public RefuelModel {
        litresPerUnit.forEach(
                (item, litres) -> {
                    if (!(litres >= 0) || litres.isInfinite()) {
                        throw new IllegalArgumentException(
                                item.column()
                                        + " has the coefficient "
                                        + litres
                                        + " L per unit, expected 0 or more, finite");
                    }
                });
        Map<WorkItem, Double> copy = new EnumMap<>(WorkItem.class);
        copy.putAll(litresPerUnit);
        litresPerUnit = Collections.unmodifiableMap(copy);
    }

    /** The expected litres of the work. */
    public double expectedL(Work work) {
        double litres = 0;
        for (Map.Entry<WorkItem, Double> coefficient : litresPerUnit.entrySet()) {
            litres += coefficient.getValue() * work.amount(coefficient.getKey());
        }
        return litres;
    }
}
