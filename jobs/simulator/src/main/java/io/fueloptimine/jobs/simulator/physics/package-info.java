/**
 * Speed and diesel consumption of the simulated trucks: engine, traction, braking and road surface.
 *
 * <p>This package does not use the formulas by which the product plans and predicts. A prediction
 * that agrees with the simulation therefore says something about the prediction.
 */
package io.fueloptimine.jobs.simulator.physics;
