package io.fueloptimine.models.dispatch.price;

import io.fueloptimine.models.mine.LoadingUnit;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.TruckClass;
import java.util.Collection;
import java.util.List;

/**
 * Predicts the costs of trips on the roads of a mine file by physics, and loading times according
 * to the mine file. The table for the latest closures and weather is cached, because many calls
 * concern the same closures and weather. Thread-safe.
 */
public final class RoadHaulModel implements HaulModel {

    private final MineSite site;
    private volatile HaulTable last;

    public RoadHaulModel(MineSite site) {
        this.site = site;
        this.last = new HaulTable(site, List.of(), 0);
    }

    @Override
    public HaulCosts costs(Collection<String> closedSegmentIds, double extraRollingResistancePct) {
        HaulTable table = last;
        if (!table.fits(closedSegmentIds, extraRollingResistancePct)) {
            table = new HaulTable(site, closedSegmentIds, extraRollingResistancePct);
            last = table;
        }
        return table;
    }

    @Override
    public double loadingS(LoadingUnit unit, TruckClass truckClass) {
        return unit.meanLoadingS();
    }
}
