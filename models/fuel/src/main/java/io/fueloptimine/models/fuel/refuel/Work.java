package io.fueloptimine.models.fuel.refuel;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * The work of a truck: an amount for each {@link WorkItem}, in the unit of the item. Immutable and
 * thread-safe.
 */
public final class Work {

    /** No work. */
    public static final Work NONE = new Work(new double[WorkItem.values().length]);

    private final double[] amounts;

    private Work(double[] amounts) {
        this.amounts = amounts;
    }

    /** Creates work with the given amounts; the amounts of all other items are 0. */
    public static Work of(Map<WorkItem, Double> amounts) {
        double[] all = new double[WorkItem.values().length];
        amounts.forEach((item, amount) -> all[item.ordinal()] = amount);
        return new Work(all);
    }

    /** Creates work with an amount of one item; the amounts of all other items are 0. */
    static Work of(WorkItem item, double amount) {
        return of(new EnumMap<>(Map.of(item, amount)));
    }

    /** The amount of an item. */
    public double amount(WorkItem item) {
        return amounts[item.ordinal()];
    }

    /** All amounts in the order of {@link WorkItem}; a copy. */
    public double[] amounts() {
        return amounts.clone();
    }

    /** The sum of this work and other work. */
    public Work plus(Work other) {
        double[] sums = amounts.clone();
        for (int i = 0; i < sums.length; i++) {
            sums[i] += other.amounts[i];
        }
        return new Work(sums);
    }

    /** This work with each amount multiplied by a share. */
    public Work times(double share) {
        return new Work(Arrays.stream(amounts).map(amount -> amount * share).toArray());
    }

    /** This work with the amount of one item set to 0. */
    public Work without(WorkItem item) {
        double[] rest = amounts.clone();
        rest[item.ordinal()] = 0;
        return new Work(rest);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Work work && Arrays.equals(amounts, work.amounts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(amounts);
    }

    @Override
    public String toString() {
        Map<WorkItem, Double> named = new EnumMap<>(WorkItem.class);
        for (WorkItem item : WorkItem.values()) {
            if (amount(item) != 0) {
                named.put(item, amount(item));
            }
        }
        return "Work" + named;
    }
}
