package io.fueloptimine.models.mine;

import java.io.Serializable;

/**
 * A grader, dozer or other machine that works around the haul.
 *
 * @param id its name
 * @param className its class, such as {@code GRADER-24M}
 * @param meanFuelRateLph mean burn at work, L/h
 * @param homeLocationId where it works from
 */
public record AuxMachine(String id, String className, double meanFuelRateLph, String homeLocationId)
        implements Serializable {}
