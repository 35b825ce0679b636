package io.fueloptimine.models.mine;

import java.io.Serializable;

/**
 * A crusher or a dump.
 *
 * @param locationId the location
 * @param accepts what may be dumped there
 * @param minTph the least that it must receive, t/h
 * @param maxTph what it can take, t/h
 * @param bays how many trucks dump at once
 */
public record DumpPoint(String locationId, Material accepts, double minTph, double maxTph, int bays)
        implements Serializable {}
