package io.fueloptimine.models.mine.dispatch;

import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.input.FieldCheck;
import java.time.Instant;

/**
 * A request for a new plan for a site.
 *
 * @param site the mine
 * @param cause the cause
 * @param subject the machine, class or road segment that the cause concerns; null when the interval
 *     between plans has passed
 * @param at event time (UTC)
 * @param drift the drift; null for other causes
 */
public record PlanTrigger(
        String site, PlanCause cause, String subject, Instant at, DriftEvent drift) {

    private static final FieldCheck CHECK = new FieldCheck(PlanTrigger.class);

    public PlanTrigger {
        CHECK.required("site", site).required("cause", cause).required("at", at);
    }

    /** A request with another cause than a drift. */
    public PlanTrigger(String site, PlanCause cause, String subject, Instant at) {
        this(site, cause, subject, at, null);
    }

    /** A request because the residuals of a machine have drifted. */
    public static PlanTrigger of(DriftEvent drift) {
        return new PlanTrigger(
                drift.site(), PlanCause.DRIFT, drift.subject(), drift.detectedAt(), drift);
    }
}
