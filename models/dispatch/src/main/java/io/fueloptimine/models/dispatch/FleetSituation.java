package io.fueloptimine.models.dispatch;

import io.fueloptimine.models.mine.MineSite;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The fleet at one moment, as far as a plan needs it. Immutable. The mine's own layout is the
 * planner's; this is what changes.
 *
 * @param site the mine
 * @param at event time (UTC)
 * @param closedSegmentIds roads that may not be taken
 * @param downMachineIds loading units, trucks and dumps that cannot work
 * @param trucks every truck that spoke; those that never did cannot be planned with
 * @param measuredLoadingS mean loading time per loading unit, s, where enough loads were seen
 * @param extraRollingResistancePct what wet or broken roads add, % of weight
 */
public record FleetSituation(
        String site,
        Instant at,
        List<String> closedSegmentIds,
        List<String> downMachineIds,
        List<TruckStatus> trucks,
        Map<String, Double> measuredLoadingS,
        double extraRollingResistancePct) {

    /** Every truck of the mine ready, every road open, every machine up. */
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

    /** Whether that machine can work. */
    public boolean isUp(String machineId) {
        return !downMachineIds.contains(machineId);
    }
}
