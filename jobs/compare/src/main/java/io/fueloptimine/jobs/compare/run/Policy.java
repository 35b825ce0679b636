package io.fueloptimine.jobs.compare.run;

import io.fueloptimine.models.dispatch.OpenWork;
import io.fueloptimine.models.dispatch.policy.DispatchPolicy;
import io.fueloptimine.models.dispatch.policy.PlannedDispatch;
import java.util.Locale;

/** A policy of a comparison. */
public enum Policy {

    /** No orders: each truck serves its pair by itself. */
    NONE {
        @Override
        DispatchPolicy dispatch(RunSettings settings, OpenWork work) {
            return DispatchPolicy.NONE;
        }
    },

    /** Plan of the fleet and assignment of job dispatch. */
    FUELOPTIMINE {
        @Override
        DispatchPolicy dispatch(RunSettings settings, OpenWork work) {
            PlannedDispatch.Settings defaults = PlannedDispatch.Settings.DEFAULT;
            return new PlannedDispatch(
                    settings.mine(),
                    new PlannedDispatch.Settings(
                            defaults.fleet(),
                            defaults.planner(),
                            defaults.assigner(),
                            settings.planLatency()),
                    work);
        }
    };

    /** The name in options and reports, for example {@code shortest-queue}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A new dispatcher for one run. */
    abstract DispatchPolicy dispatch(RunSettings settings, OpenWork work);
}
