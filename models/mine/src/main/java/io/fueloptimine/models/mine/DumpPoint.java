package io.fueloptimine.models.mine;

import java.io.Serializable;

/**
 * A crusher or a dump.
 *
 * @param locationId the location
 * @param accepts the material that may be dumped there
 * @param minTph the least material that the dump must receive, t/h
 * @param maxTph the most material that the dump can receive, t/h
 * @param bays number of trucks that can dump at the same time
 */
public record DumpPoint(String locationId, Material accepts, double minTph, double maxTph, int bays)
        implements Serializable {}
