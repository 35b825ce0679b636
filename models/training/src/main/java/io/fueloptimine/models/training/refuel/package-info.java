/**
 * Trains and evaluates the model of litres between two refuellings. {@link
 * io.fueloptimine.models.training.refuel.RefuelTrainer} trains the model. {@link
 * io.fueloptimine.models.training.refuel.RefuelComparison} compares the model with its baselines,
 * on unseen trucks or on the records of another mine.
 */
package io.fueloptimine.models.training.refuel;
