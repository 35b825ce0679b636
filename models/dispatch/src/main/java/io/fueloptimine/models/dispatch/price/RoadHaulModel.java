package io.fueloptimine.models.dispatch.price;

import io.fueloptimine.models.fuel.FuelModel;
import io.fueloptimine.models.fuel.PhysicsModel;
import io.fueloptimine.models.mine.road.SegmentSpeed;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.TruckClass;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Predicts the costs of trips on the roads of a mine file, and loading times according to the mine
 * file. The table for the latest closures, weather, ratios and speeds of road segments is cached,
 * because many calls concern the same ones. Thread-safe.
 */
public final class RoadHaulModel implements HaulModel {

    private final MineSite site;
    private final LegPrices prices;
    private final String priceModel;
    private volatile HaulTable last;

    /** Creates a model that computes litres and seconds by physics. */
    public RoadHaulModel(MineSite site) {
        this(site, new PhysicsLegPrices(), PhysicsModel.NAME);
    }

    /**
     * Creates a model whose litres a fuel model predicts. The physics model gives the same prices
     * as {@link #RoadHaulModel(MineSite)}.
     */
    public static RoadHaulModel learned(MineSite site, FuelModel model) {
        return model.name().equals(PhysicsModel.NAME)
                ? new RoadHaulModel(site)
                : new RoadHaulModel(
                        site,
                        new LearnedLegPrices(model, site),
                        FuelResidual.modelText(model.name(), model.version()));
    }

    /**
     * @param priceModel name and version of the model that predicts the litres
     */
    RoadHaulModel(MineSite site, LegPrices prices, String priceModel) {
        this.site = site;
        this.prices = prices;
        this.priceModel = priceModel;
        this.last = new HaulTable(site, List.of(), 0, Map.of(), List.of(), prices);
    }

    @Override
    public HaulCosts costs(Collection<String> closedSegmentIds, double extraRollingResistancePct) {
        return table(closedSegmentIds, extraRollingResistancePct, Map.of(), List.of());
    }

    @Override
    public HaulCosts costsAt(
            Collection<String> closedSegmentIds,
            double extraRollingResistancePct,
            List<SegmentSpeed> speeds) {
        return table(closedSegmentIds, extraRollingResistancePct, Map.of(), speeds);
    }

    @Override
    public HaulCosts costs(
            Collection<String> closedSegmentIds,
            double extraRollingResistancePct,
            PriceCorrections corrections) {
        HaulTable table =
                table(
                        closedSegmentIds,
                        extraRollingResistancePct,
                        corrections.segmentExcess(),
                        corrections.speeds());
        return new CorrectedCosts(table, corrections);
    }

    private HaulTable table(
            Collection<String> closedSegmentIds,
            double extraPct,
            Map<String, Double> segmentRatios,
            List<SegmentSpeed> speeds) {
        HaulTable table = last;
        if (!table.fits(closedSegmentIds, extraPct, segmentRatios, speeds)) {
            table = new HaulTable(site, closedSegmentIds, extraPct, segmentRatios, speeds, prices);
            last = table;
        }
        return table;
    }

    @Override
    public double loadingS(LoadingUnit unit, TruckClass truckClass) {
        return unit.meanLoadingS();
    }

    @Override
    public String priceModel() {
        return priceModel;
    }
}
