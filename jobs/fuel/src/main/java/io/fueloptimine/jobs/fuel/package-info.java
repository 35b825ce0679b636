/**
 * Job fuel: computes haul cycles and fuel windows, scores the windows, detects drift and requests
 * retraining.
 */
package io.fueloptimine.jobs.fuel;
