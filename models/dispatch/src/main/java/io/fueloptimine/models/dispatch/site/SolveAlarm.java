package io.fueloptimine.models.dispatch.site;

import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.ReportedSignal;
import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import java.time.Instant;
import java.util.Map;

/** The signals of the alarm {@link AlertType#FAILED_SOLVE}. */
final class SolveAlarm {

    private SolveAlarm() {}

    /**
     * A solve has failed. The alarm is critical when no plan is valid.
     *
     * @param plan the last plan; null before the first one
     */
    static ReportedSignal raised(
            String site, Instant at, String cause, FailedSolves failed, DispatchPlan plan) {
        boolean valid = SiteDispatch.isValid(plan, at);
        String meanwhile =
                valid
                        ? "The plan of " + plan.madeAt() + " is used until " + plan.validUntil()
                        : "Trucks are assigned without a plan";
        return new ReportedSignal(
                site,
                null,
                AlertType.FAILED_SOLVE,
                valid ? Severity.WARNING : Severity.CRITICAL,
                true,
                at,
                shortened("No new plan: " + cause) + ". " + meanwhile,
                Map.of("failedSolves", (double) failed.count()));
    }

    /** A new plan was found. */
    static ReportedSignal gone(String site, Instant at) {
        return new ReportedSignal(
                site,
                null,
                AlertType.FAILED_SOLVE,
                Severity.INFO,
                false,
                at,
                "A new plan was found",
                Map.of());
    }

    private static String shortened(String text) {
        int most = ReportedSignal.MAX_CAUSE / 2;
        return text.length() <= most ? text : text.substring(0, most) + "...";
    }
}
