package io.fueloptimine.models.dispatch.price;

import io.fueloptimine.models.mine.LoadingUnit;
import io.fueloptimine.models.mine.TruckClass;
import java.util.Collection;

/** Predicts the times and the fuel of the parts of a haul cycle. Thread-safe. */
public interface HaulModel {

    /**
     * The costs of trips.
     *
     * @param closedSegmentIds closed road segments
     * @param extraRollingResistancePct rolling resistance that wet or damaged roads add, % of
     *     weight
     */
    HaulCosts costs(Collection<String> closedSegmentIds, double extraRollingResistancePct);

    /** The expected time in which a loading unit loads a truck of a class, s. */
    double loadingS(LoadingUnit unit, TruckClass truckClass);
}
