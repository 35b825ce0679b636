package io.fueloptimine.models.mine;

import java.io.Serializable;

/**
 * A grader, dozer or other auxiliary machine.
 *
 * @param id its id, unique within the site
 * @param className its class, such as {@code GRADER-24M}
 * @param meanFuelRateLph mean fuel rate while working, L/h
 * @param homeLocationId the location it works from
 */
public record AuxMachine(String id, String className, double meanFuelRateLph, String homeLocationId)
        implements Serializable {}
