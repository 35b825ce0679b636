package io.fueloptimine.jobs.simulator.station;

import java.util.List;

/**
 * What a loading unit or dump carries over a restart, in a snapshot.
 *
 * @param breakdown number of breakdowns before the current or next one
 * @param breakdownInMs time until the current or next breakdown began or begins, ms; negative
 *     during a breakdown
 * @param lastHour the loads that ended within the last hour, in order
 */
public record StationState(long breakdown, long breakdownInMs, List<Load> lastHour) {

    /**
     * A load that ended within the last hour.
     *
     * @param agoMs time since its end, ms
     * @param tonnes payload, t
     */
    public record Load(long agoMs, double tonnes) {}
}
