/**
 * Job fuel: computes haul cycles and fuel windows (fuel burnt by one machine in one minute),
 * predicts the expected fuel of each window (its score), detects drift and requests retraining of
 * the model.
 */
package io.fueloptimine.jobs.fuel;
