package io.fueloptimine.models.dispatch.policy;

import io.fueloptimine.models.dispatch.fleet.OpenWork;
import io.fueloptimine.models.mine.site.MineSite;
import java.util.Locale;

/** The policies that can be compared. */
public enum PolicyName {
    /** No assignments. */
    NONE,
    /** Each truck's pair as assignments. */
    FIXED,
    /** {@link ShortestQueueRule}. */
    SHORTEST_QUEUE,
    /** Shortest processing time first: {@link ShortestProcessingRule}. */
    SPTF,
    /** {@link LeastFuelRule}. */
    GREEDY_FUEL,
    /** The dispatch of this software: {@link PlannedDispatch}. */
    FUELOPTIMINE;

    /** The name in options and reports, in lower case with hyphens. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Creates the policy for one run.
     *
     * @param work the faces and dumps to which trucks may be sent; asked at each decision
     */
    public DispatchPolicy create(MineSite mine, PlannedDispatch.Settings settings, OpenWork work) {
        return switch (this) {
            case NONE -> DispatchPolicy.NONE;
            case FIXED -> byRule(new FixedPairRule(), mine, settings, work);
            case SHORTEST_QUEUE -> byRule(new ShortestQueueRule(), mine, settings, work);
            case SPTF -> byRule(new ShortestProcessingRule(), mine, settings, work);
            case GREEDY_FUEL -> byRule(new LeastFuelRule(), mine, settings, work);
            case FUELOPTIMINE -> new PlannedDispatch(mine, settings, work);
        };
    }

    private static DispatchPolicy byRule(
            DispatchRule rule, MineSite mine, PlannedDispatch.Settings settings, OpenWork work) {
        return new RuleDispatch(mine, rule, settings.assigner(), settings.fleet(), work);
    }
}
