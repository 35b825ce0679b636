package io.fueloptimine.models.mine;

import java.time.Instant;

/**
 * A request for a new plan of a site.
 *
 * @param site the mine
 * @param cause the cause
 * @param subject the machine or road concerned; null when the interval has passed
 * @param at event time (UTC)
 */
public record PlanTrigger(String site, PlanCause cause, String subject, Instant at) {

    private static final FieldCheck CHECK = new FieldCheck(PlanTrigger.class);

    public PlanTrigger {
        CHECK.required("site", site).required("cause", cause).required("at", at);
    }
}
