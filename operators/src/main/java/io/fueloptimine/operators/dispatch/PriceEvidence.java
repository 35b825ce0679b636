package io.fueloptimine.operators.dispatch;

import io.fueloptimine.models.dispatch.price.FuelResidual;
import io.fueloptimine.models.mine.DriftEvent;

/**
 * What changes the price of a truck: either a residual or a drift.
 *
 * @param site the mine
 * @param residual litres burnt and expected; null for a drift
 * @param drift a detected drift; null for a residual
 */
public record PriceEvidence(String site, FuelResidual residual, DriftEvent drift) {

    static PriceEvidence of(FuelResidual residual) {
        return new PriceEvidence(residual.site(), residual, null);
    }

    static PriceEvidence of(DriftEvent drift) {
        return new PriceEvidence(drift.site(), null, drift);
    }
}
