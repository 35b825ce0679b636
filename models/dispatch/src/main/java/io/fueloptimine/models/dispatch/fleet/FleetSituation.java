package io.fueloptimine.models.dispatch.fleet;

import io.fueloptimine.models.dispatch.price.PriceCorrections;
import io.fueloptimine.models.mine.site.MineSite;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
 * @param workLeft the work left of the dig plan; null when nothing is known of the tonnes moved, so
 *     that the plan aims at the mean rates of the whole shift
 * @param prices by how much trucks and road segments deviate from the model that prices the plan
 * @param neededTruckIds the trucks that the assignment keeps in service for the tonnes left; null
 *     when the plan chooses them
 */
public record FleetSituation(
        String site,
        Instant at,
        List<String> closedSegmentIds,
        List<String> downMachineIds,
        List<TruckStatus> trucks,
        Map<String, Double> measuredLoadingS,
        double extraRollingResistancePct,
        WorkLeft workLeft,
        PriceCorrections prices,
        Set<String> neededTruckIds) {

    /** A situation in which nothing is known of the tonnes moved and of deviations from prices. */
    public FleetSituation(
            String site,
            Instant at,
            List<String> closedSegmentIds,
            List<String> downMachineIds,
            List<TruckStatus> trucks,
            Map<String, Double> measuredLoadingS,
            double extraRollingResistancePct) {
        this(
                site,
                at,
                closedSegmentIds,
                downMachineIds,
                trucks,
                measuredLoadingS,
                extraRollingResistancePct,
                null,
                PriceCorrections.none(),
                null);
    }

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

    /** A copy with other corrections of prices. */
    public FleetSituation with(PriceCorrections corrections) {
        return copy(workLeft, corrections, neededTruckIds);
    }

    /** A copy with other work left. */
    public FleetSituation withWorkLeft(WorkLeft newWorkLeft) {
        return copy(newWorkLeft, prices, neededTruckIds);
    }

    /** A copy with the trucks that the assignment keeps in service. */
    public FleetSituation withNeeded(Set<String> truckIds) {
        return copy(workLeft, prices, truckIds);
    }

    private FleetSituation copy(WorkLeft left, PriceCorrections corrections, Set<String> needed) {
        return new FleetSituation(
                site,
                at,
                closedSegmentIds,
                downMachineIds,
                trucks,
                measuredLoadingS,
                extraRollingResistancePct,
                left,
                corrections,
                needed);
    }

    /** Whether a machine is in service. */
    public boolean isUp(String machineId) {
        return !downMachineIds.contains(machineId);
    }
}
