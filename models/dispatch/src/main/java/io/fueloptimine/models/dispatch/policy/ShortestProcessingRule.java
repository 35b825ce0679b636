package io.fueloptimine.models.dispatch.policy;

import java.util.Comparator;

/**
 * Shortest processing time first: the loading unit where the loading of the truck would end first,
 * after travel and waiting; then the nearest dump by travel time.
 */
public final class ShortestProcessingRule implements DispatchRule {

    private static final Comparator<HaulOption> ORDER =
            Comparator.comparingDouble(HaulOption::loadedInS)
                    .thenComparingDouble(option -> option.haul().seconds());

    @Override
    public Comparator<HaulOption> order() {
        return ORDER;
    }
}
