/**
 * Litres between two refuellings of one truck, for mines whose only fuel figure is the bay's meter.
 *
 * <p>{@link io.fueloptimine.models.fuel.refuel.RefuelIntervals} cuts a truck's records into {@link
 * io.fueloptimine.models.fuel.refuel.RefuelInterval}s, each with the {@link
 * io.fueloptimine.models.fuel.refuel.Work} done in it; {@link
 * io.fueloptimine.models.fuel.refuel.RefuelModel} says what that work should have burnt.
 */
package io.fueloptimine.models.fuel.refuel;
