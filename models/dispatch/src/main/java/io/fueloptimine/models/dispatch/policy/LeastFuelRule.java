package io.fueloptimine.models.dispatch.policy;

import java.util.Comparator;

/**
 * The haul with the fewest litres for the truck: empty travel, waiting and loading at idle, and the
 * loaded trip to the dump.
 */
public final class LeastFuelRule implements DispatchRule {

    private static final Comparator<HaulOption> ORDER =
            Comparator.comparingDouble(HaulOption::litres);

    @Override
    public Comparator<HaulOption> order() {
        return ORDER;
    }
}
