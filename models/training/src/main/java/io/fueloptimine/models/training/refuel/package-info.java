/**
 * How the model of litres between two refuellings is learnt and predictions: {@link
 * io.fueloptimine.models.training.refuel.RefuelTrainer} learns it, {@link
 * io.fueloptimine.models.training.refuel.RefuelComparison} judges it beside its baselines, on
 * trucks that it never saw or on the records of another mine.
 */
package io.fueloptimine.models.training.refuel;
