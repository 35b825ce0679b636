package io.fueloptimine.jobs.backtest.run;

import io.fueloptimine.jobs.backtest.mine.ShiftMine;
import io.fueloptimine.models.dispatch.fleet.OpenWork;
import io.fueloptimine.models.dispatch.policy.DispatchPolicy;
import io.fueloptimine.models.dispatch.policy.PlannedDispatch;
import io.fueloptimine.models.dispatch.policy.PolicyName;
import java.util.Optional;

/**
 * What sends the trucks in a run.
 *
 * @param policy the policy; empty for the recorded assignments
 */
public record ShiftPolicy(Optional<PolicyName> policy) {

    /** The assignments of the fleet management system. */
    public static final ShiftPolicy RECORDED = new ShiftPolicy(Optional.empty());

    /** A policy. */
    public static ShiftPolicy of(PolicyName policy) {
        return new ShiftPolicy(Optional.of(policy));
    }

    /** The name in options and reports. */
    public String text() {
        return policy.map(PolicyName::text).orElse("recorded");
    }

    DispatchPolicy create(ShiftMine mine, PlannedDispatch.Settings settings, OpenWork work) {
        return policy.map(name -> name.create(mine.site(), settings, work))
                .orElseGet(() -> new ReplayedAssignments(mine, work));
    }
}
