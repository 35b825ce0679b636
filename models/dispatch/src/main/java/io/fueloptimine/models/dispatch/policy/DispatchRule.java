package io.fueloptimine.models.dispatch.policy;

import java.util.Comparator;

/**
 * A rule by which each truck gets the next haul that is best for itself, without a plan for the
 * fleet. Stateless and thread-safe.
 */
public interface DispatchRule {

    /** The order of preference; the least haul is chosen. */
    Comparator<HaulOption> order();

    /**
     * Whether a truck may be sent on a haul. A face is open whenever this is asked. A load that is
     * on a truck is dumped even if no haul is admitted.
     */
    default boolean admits(HaulOption option) {
        return option.planned();
    }

    /**
     * Whether there are assignments also when a truck rejects its haul, when the loading unit to
     * which it drives breaks down, and when no haul is open, so that the truck has to park. If not,
     * the truck decides by itself.
     */
    default boolean coversExceptions() {
        return true;
    }
}
