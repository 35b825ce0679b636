package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.dispatch.fleet.FleetState;
import io.fueloptimine.models.dispatch.fleet.RateAccount.Due;
import io.fueloptimine.models.dispatch.fleet.TruckState;
import io.fueloptimine.models.dispatch.fleet.WorkStatus;
import io.fueloptimine.models.mine.dispatch.Task;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.MineSite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The loads that the other trucks of a fleet are about to get or to dump, with the times at which
 * that is expected. Used for a single decision.
 *
 * @param mine the mine
 * @param fleet what is known of the fleet
 * @param outlook what the other trucks will do
 * @param selfId the truck that is to be assigned, which is not counted; null for none
 * @param loadT mean payload, t
 * @param dumpS mean time of dumping, s
 */
record LoadsUnderWay(
        MineSite mine,
        FleetState fleet,
        FleetOutlook outlook,
        String selfId,
        double loadT,
        double dumpS) {

    /** The loads that some loading units are to give to trucks that are there or on their way. */
    List<Due> toLoad(Predicate<LoadingUnit> from) {
        List<Due> due = toArrive(from, unit -> 0);
        at(ProductionState.LOADING, from).forEach(unit -> due.add(new Due(0, loadT)));
        return due;
    }

    /** The loads of trucks that are on their way to some dumps, or will be once they are loaded. */
    List<Due> toDump(Set<String> dumpIds) {
        Map<String, Double> freeInS = new HashMap<>();
        outlook.soonFree().forEach(free -> freeInS.put(free.truck().id(), free.freeInS()));
        return others().filter(truck -> truck.task() == Task.OFFLOAD)
                .filter(truck -> truck.state() != ProductionState.DUMPING)
                .filter(truck -> dumpIds.contains(truck.destinationId()))
                .map(truck -> freeInS.getOrDefault(truck.truckId(), dumpS) - dumpS)
                .map(inS -> new Due(Math.max(0, inS), loadT))
                .toList();
    }

    /**
     * The loads of trucks that are on their way to some loading units and have no dump yet.
     *
     * @param afterS time that is added to that of the loading, s
     */
    List<Due> toArrive(Predicate<LoadingUnit> from, ToDoubleFunction<LoadingUnit> afterS) {
        List<Due> due = new ArrayList<>();
        for (UnitOutlook each : outlook.units()) {
            if (from.test(each.unit())) {
                for (double arrivalS : each.arrivalsS()) {
                    double inS = Math.max(arrivalS, each.busyS());
                    due.add(new Due(inS + afterS.applyAsDouble(each.unit()), loadT));
                }
            }
        }
        at(ProductionState.SPOTTING, from)
                .forEach(unit -> due.add(new Due(afterS.applyAsDouble(unit), loadT)));
        return due;
    }

    private Stream<LoadingUnit> at(ProductionState state, Predicate<LoadingUnit> from) {
        return others().filter(truck -> truck.state() == state)
                .flatMap(truck -> mine.loadingUnit(truck.unitId()).stream())
                .filter(from);
    }

    private Stream<TruckState> others() {
        return fleet.trucks().values().stream()
                .filter(truck -> truck.status() == WorkStatus.WORKING)
                .filter(truck -> truck.unitId() != null && !truck.truckId().equals(selfId));
    }
}
