package io.fueloptimine.models.dispatch.policy;

import java.util.Comparator;

/**
 * The loading unit with the fewest trucks that wait there or drive there; among these the nearest
 * by travel time, and then the nearest dump.
 */
public final class ShortestQueueRule implements DispatchRule {

    private static final Comparator<HaulOption> ORDER =
            Comparator.comparingInt(HaulOption::trucksAhead)
                    .thenComparingDouble(option -> option.empty().seconds())
                    .thenComparingDouble(option -> option.haul().seconds());

    @Override
    public Comparator<HaulOption> order() {
        return ORDER;
    }
}
