package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.dispatch.price.HaulModel;
import io.fueloptimine.models.mine.LoadingUnit;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.TruckClass;
import java.util.List;

/**
 * Queues that follow from the tasks of the other trucks: all trucks that drive to a loading unit or
 * wait there are loaded before the truck, one after the other from now on.
 */
final class BoundTrucks implements LoadingQueues {

    private final MineSite site;
    private final AssignmentState state;
    private final String truckId;
    private final HaulModel model;
    private final double spotS;

    /**
     * @param truckId the truck that is to be assigned
     * @param spotS mean time of spotting, s
     */
    BoundTrucks(
            MineSite site, AssignmentState state, String truckId, HaulModel model, double spotS) {
        this.site = site;
        this.state = state;
        this.truckId = truckId;
        this.model = model;
        this.spotS = spotS;
    }

    @Override
    public double waitS(LoadingUnit unit, double travelS) {
        double serviceS =
                boundFor(unit).stream()
                        .mapToDouble(each -> model.loadingS(unit, each) + spotS)
                        .sum();
        return Math.max(0, serviceS - travelS);
    }

    @Override
    public boolean isServed(LoadingUnit unit) {
        return !boundFor(unit).isEmpty();
    }

    private List<TruckClass> boundFor(LoadingUnit unit) {
        return state.fleet().trucks().values().stream()
                .filter(other -> !other.truckId().equals(truckId))
                .filter(other -> other.isBoundForUnit(unit.id()))
                .flatMap(other -> site.truck(other.truckId()).stream())
                .map(other -> site.truckClass(other.className()))
                .toList();
    }
}
