package io.fueloptimine.models.mine;

import java.time.Instant;

/**
 * A reason to plan again.
 *
 * @param site the mine
 * @param cause such as {@code CLOCK}, {@code DRIFT}, {@code MACHINE_DOWN}, {@code MACHINE_UP},
 *     {@code ROAD_CLOSED}, {@code ROAD_OPEN}, {@code START}
 * @param subject the machine or road it is about; null for the clock
 * @param at event time (UTC)
 */
public record PlanTrigger(String site, String cause, String subject, Instant at) {}
