/**
 * Job fuel: computes haul cycles and fuel windows (fuel burnt by one machine in one minute), and
 * predicts the expected fuel of each window (its score). The job also detects drift of the fuel
 * consumption, and requests retraining of the model.
 */
package io.fueloptimine.jobs.fuel;
