package io.fueloptimine.models.dispatch;

import io.fueloptimine.models.mine.LoadingUnit;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.TruckClass;
import java.util.Collection;
import java.util.List;

/**
 * Costs on the roads of a mine file, by physics; loading times as the mine file states them. Keeps
 * the table of the last closures and weather, because it is asked for the same ones many times.
 * Thread-safe.
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
