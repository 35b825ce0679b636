/**
 * Records of a fleet management system or a historian as messages for ingest, by a mapping of files
 * and columns. Begin at {@link io.fueloptimine.jobs.training.fleet.FleetRecords}.
 */
package io.fueloptimine.jobs.training.fleet;
