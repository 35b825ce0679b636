/**
 * Pulls snapshots of a telematics server by ISO 15143-3 (AEMP 2.0) and publishes them as readings.
 */
package io.fueloptimine.jobs.gateway.aemp;
