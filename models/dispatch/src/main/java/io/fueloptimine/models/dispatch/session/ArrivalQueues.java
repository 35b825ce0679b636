package io.fueloptimine.models.dispatch.session;

import io.fueloptimine.models.dispatch.assignment.LoadingQueues;
import io.fueloptimine.models.mine.LoadingUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Queues from what a request says: when each loading unit is free, how many trucks wait there, and
 * when the trucks on their way arrive. Trucks are loaded in the order of their arrival.
 */
final class ArrivalQueues implements LoadingQueues {

    private final Map<String, UnitState> units;
    private final Map<String, List<Double>> arrivalsS;
    private final double spotS;

    /**
     * @param units the state of each loading unit by its id; a unit that is absent is free now
     * @param arrivalsS when other trucks arrive at each loading unit, s from now
     * @param spotS mean time of spotting, s
     */
    ArrivalQueues(Map<String, UnitState> units, Map<String, List<Double>> arrivalsS, double spotS) {
        this.units = units;
        this.arrivalsS = arrivalsS;
        this.spotS = spotS;
    }

    /**
     * The state of a loading unit.
     *
     * @param waiting number of trucks in its queue
     * @param freeInS time until it has loaded the present truck, s
     */
    record UnitState(int waiting, double freeInS) {}

    @Override
    public double waitS(LoadingUnit unit, double travelS) {
        UnitState state = units.getOrDefault(unit.id(), new UnitState(0, 0));
        double serviceS = unit.meanLoadingS() + spotS;
        double freeS = state.freeInS() + state.waiting() * serviceS;
        List<Double> before =
                arrivalsS.getOrDefault(unit.id(), List.of()).stream()
                        .filter(arrivalS -> arrivalS <= travelS)
                        .sorted(Comparator.naturalOrder())
                        .toList();
        for (double arrivalS : before) {
            freeS = Math.max(freeS, arrivalS) + serviceS;
        }
        return Math.max(0, freeS - travelS);
    }

    @Override
    public boolean isServed(LoadingUnit unit) {
        UnitState state = units.getOrDefault(unit.id(), new UnitState(0, 0));
        return state.waiting() > 0
                || state.freeInS() > 0
                || !arrivalsS.getOrDefault(unit.id(), List.of()).isEmpty();
    }
}
