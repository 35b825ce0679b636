package io.fueloptimine.models.fuel.refuel;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** The amount of each {@link WorkItem}. Immutable and thread-safe. */
public final class Work {

    /** No work. */
    public static final Work NONE = new Work(new double[WorkItem.values().length]);

    private final double[] amounts;

    private Work(double[] amounts) {
        this.amounts = amounts;
    }

    /** These amounts, and 0 of all other items. */
    public static Work of(Map<WorkItem, Double> amounts) {
        double[] all = new double[WorkItem.values().length];
        amounts.forEach((item, amount) -> all[item.ordinal()] = amount);
        return new Work(all);
    }

    /** An amount of one item. */
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

    /** The sum of both. */
    public Work plus(Work other) {
        double[] sums = amounts.clone();
        for (int i = 0; i < sums.length; i++) {
            sums[i] += other.amounts[i];
        }
        return new Work(sums);
    }

    /** A share of all amounts. */
    public Work times(double share) {
        return new Work(Arrays.stream(amounts).map(amount -> amount * share).toArray());
    }

    /** The same with one item set to 0. */
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
