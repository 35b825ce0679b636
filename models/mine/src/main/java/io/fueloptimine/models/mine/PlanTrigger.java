package io.fueloptimine.models.mine;

import java.time.Instant;

/**
 * A request for a new plan for a site.
 *
 * @param site the mine
 * @param cause the cause
 * @param subject the machine or road segment that the cause concerns; null when the interval
 *     between plans has passed
 * @param at event time (UTC)
 */
public record PlanTrigger(String site, PlanCause cause, String subject, Instant at) {

    private static final FieldCheck CHECK = new FieldCheck(PlanTrigger.class);

    public PlanTrigger {
        CHECK.required("site", site).required("cause", cause).required("at", at);
    }
}
