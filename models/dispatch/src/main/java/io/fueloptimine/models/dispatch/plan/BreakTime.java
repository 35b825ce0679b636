package io.fueloptimine.models.dispatch.plan;

import io.fueloptimine.models.mine.site.DigPlan;
import java.time.Duration;
import java.time.Instant;

/** The break of all operators in a shift, as the share that is left of the hours of a plan. */
final class BreakTime {

    private BreakTime() {}

    /**
     * The share of the hours that is not a break, 0 to 1.
     *
     * @param at when the hours begin (UTC)
     * @param hours the hours that a plan looks ahead, above 0; breaks of later shifts count too
     */
    static double workingShare(
            DigPlan digPlan, Instant at, double hours, PlannerSettings settings) {
        double breakHours = settings.breakMin() / 60;
        if (breakHours == 0) {
            return 1;
        }
        double since = Duration.between(digPlan.shiftStart(at), at).toMillis() / 3.6e6;
        double lost = 0;
        for (double start = settings.breakStartH();
                start < since + hours;
                start += digPlan.shiftHours()) {
            double from = Math.max(start, since);
            double until = Math.min(start + breakHours, since + hours);
            lost += Math.max(0, until - from);
        }
        return Math.max(0, 1 - lost / hours);
    }
}
