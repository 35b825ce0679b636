package io.fueloptimine.operators.ledger;

import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.reading.ProductionState;

/**
 * What the ledger keeps of a fuel window until its shift is closed, so that a later revision
 * replaces it.
 *
 * @param state the state of most readings; null when unknown
 * @param litres litres burnt, L
 * @param coveredS seconds that readings cover, s
 */
public record WindowFuel(ProductionState state, double litres, double coveredS) {

    static WindowFuel of(FuelWindow window) {
        return new WindowFuel(window.productionState(), window.fuelL(), window.coveredS());
    }
}
