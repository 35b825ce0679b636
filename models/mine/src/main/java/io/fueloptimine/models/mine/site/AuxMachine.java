package io.fueloptimine.models.mine.site;

import java.io.Serializable;

/**
 * A grader, dozer or other auxiliary machine.
 *
 * @param id the id of the machine, unique within the site
 * @param className the class of the machine, such as {@code GRADER-24M}
 * @param meanFuelRateLph mean fuel rate while working, L/h
 * @param homeLocationId the location from which the machine works
 */
public record AuxMachine(String id, String className, double meanFuelRateLph, String homeLocationId)
        implements Serializable {}
