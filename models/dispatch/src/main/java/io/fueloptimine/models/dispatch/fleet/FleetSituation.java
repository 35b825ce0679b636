package io.fueloptimine.models.dispatch.fleet;

import io.fueloptimine.models.mine.MineSite;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The situation of a fleet at one moment: the variable input of the planner. The layout of the mine
 * is not part of it. Immutable.
 *
 * @param site the mine
 * @param at event time (UTC)
 * @param closedSegmentIds closed road segments
 * @param downMachineIds loading units, trucks and dumps that are down
 * @param trucks every truck that has reported; a truck that has never reported is not planned
 * @param measuredLoadingS mean loading time per loading unit, s; only units with enough loads
 * @param extraRollingResistancePct rolling resistance that wet or damaged roads add, % of weight
 */
public record FleetSituation(
        String site,
        Instant at,
        List<String> closedSegmentIds,
        List<String> downMachineIds,
        List<TruckStatus> trucks,
        Map<String, Double> measuredLoadingS,
        double extraRollingResistancePct) {

    /** A situation with every truck ready, every road open and every machine in service. */
    public static FleetSituation allReady(MineSite site, Instant at) {
        return new FleetSituation(
                site.site(),
                at,
                List.of(),
                List.of(),
                site.trucks().stream().map(truck -> TruckStatus.ready(truck.id())).toList(),
                Map.of(),
                0);
    }

    /** Whether a machine is in service. */
    public boolean isUp(String machineId) {
        return !downMachineIds.contains(machineId);
    }
}
