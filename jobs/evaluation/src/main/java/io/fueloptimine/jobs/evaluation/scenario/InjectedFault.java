package io.fueloptimine.jobs.evaluation.scenario;

import java.time.Instant;
import java.util.Set;

/**
 * A fault that a run contains.
 *
 * @param site the mine
 * @param machineIds the machines that are affected; empty for the whole mine
 * @param from beginning (UTC), inclusive
 * @param until end (UTC), exclusive
 */
public record InjectedFault(
        FaultKind kind, String site, Set<String> machineIds, Instant from, Instant until) {

    public InjectedFault {
        machineIds = Set.copyOf(machineIds);
    }

    /**
     * Whether the fault affects a machine of a site.
     *
     * @param machineId the machine; null for an alarm of the whole site, which may be about any of
     *     its machines
     */
    public boolean affects(String ofSite, String machineId) {
        return site.equals(ofSite)
                && (machineIds.isEmpty() || machineId == null || machineIds.contains(machineId));
    }
}
