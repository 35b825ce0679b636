/**
 * Predicts the litres that a truck burns between two refuellings, for mines whose only fuel
 * measurement is the meter of the fuel bay.
 *
 * <p>{@link io.fueloptimine.models.fuel.refuel.RefuelIntervals} divides the records of a truck into
 * {@link io.fueloptimine.models.fuel.refuel.RefuelInterval}s, each with its {@link
 * io.fueloptimine.models.fuel.refuel.Work}; {@link io.fueloptimine.models.fuel.refuel.RefuelModel}
 * predicts the litres of the work.
 */
package io.fueloptimine.models.fuel.refuel;
