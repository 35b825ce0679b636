package io.fueloptimine.models.dispatch.price;

import io.fueloptimine.models.mine.road.SegmentSpeed;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.TruckClass;
import java.util.Collection;
import java.util.List;

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

    /**
     * The costs of trips, with the ratios that residuals have shown for single trucks and road
     * segments, at the speeds that trucks drove lately. A model without road segments corrects the
     * litres of trucks only.
     */
    default HaulCosts costs(
            Collection<String> closedSegmentIds,
            double extraRollingResistancePct,
            PriceCorrections corrections) {
        return new CorrectedCosts(costs(closedSegmentIds, extraRollingResistancePct), corrections);
    }

    /**
     * The costs of trips at the speeds that trucks drove lately. The same object for equal
     * arguments, as long as no others are asked for. A model without road segments ignores the
     * speeds.
     */
    default HaulCosts costsAt(
            Collection<String> closedSegmentIds,
            double extraRollingResistancePct,
            List<SegmentSpeed> speeds) {
        return costs(closedSegmentIds, extraRollingResistancePct);
    }

    /** The expected time in which a loading unit loads a truck of a class, s. */
    double loadingS(LoadingUnit unit, TruckClass truckClass);

    /** Name and version of the model that predicts the litres, such as {@code fuel-window 3}. */
    String priceModel();
}
