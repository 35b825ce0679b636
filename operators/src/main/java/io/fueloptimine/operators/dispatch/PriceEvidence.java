package io.fueloptimine.operators.dispatch;

import io.fueloptimine.models.dispatch.price.FuelResidual;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.road.RoadExcess;

/**
 * What changes the price of a truck or a road segment; two of the three records are null.
 *
 * @param site the mine
 * @param residual litres that a truck burnt and that were expected of it
 * @param drift a detected drift of a truck
 * @param road what a road segment costs beyond what is expected
 */
public record PriceEvidence(String site, FuelResidual residual, DriftEvent drift, RoadExcess road) {

    static PriceEvidence of(FuelResidual residual) {
        return new PriceEvidence(residual.site(), residual, null, null);
    }

    static PriceEvidence of(DriftEvent drift) {
        return new PriceEvidence(drift.site(), null, drift, null);
    }

    static PriceEvidence of(RoadExcess road) {
        return new PriceEvidence(road.site(), null, null, road);
    }
}
