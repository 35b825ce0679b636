package io.fueloptimine.models.fuel.refuel;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Amounts of work, one for each {@link WorkItem}. Immutable and thread-safe. */
public final class Work {

    /** No work at all. */
    public static final Work NONE = new Work(new double[WorkItem.values().length]);

    private final double[] amounts;

    private Work(double[] amounts) {
        this.amounts = amounts;
    }

    /** These amounts, and 0 of everything else. */
    public static Work of(Map<WorkItem, Double> amounts) {
        double[] all = new double[WorkItem.values().length];
        amounts.forEach((item, amount) -> all[item.ordinal()] = amount);
        return new Work(all);
    }

    /** One item only. */
    static Work of(WorkItem item, double amount) {
        return of(new EnumMap<>(Map.of(item, amount)));
    }

    /** How much of it. */
    public double amount(WorkItem item) {
        return amounts[item.ordinal()];
    }

    /** All amounts in the order of {@link WorkItem}; a copy. */
    public double[] amounts() {
        return amounts.clone();
    }

    /** Both together. */
    public Work plus(Work other) {
        double[] sums = amounts.clone();
        for (int i = 0; i < sums.length; i++) {
            sums[i] += other.amounts[i];
        }
        return new Work(sums);
    }

    /** A share of it. */
    public Work times(double share) {
        return new Work(Arrays.stream(amounts).map(amount -> amount * share).toArray());
    }

    /** The same but for one item, of which there is none. */
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
