/** Job fuel: haul cycles, fuel windows, scores, drift, requests for retraining. */
package io.fueloptimine.jobs.fuel;
