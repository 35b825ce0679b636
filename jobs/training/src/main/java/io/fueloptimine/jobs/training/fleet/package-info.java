/**
 * Converts records of a fleet management system or a historian (a database of sensor values) to
 * messages for job ingest. A mapping names the files and columns. Begin at {@link
 * io.fueloptimine.jobs.training.fleet.FleetRecords}.
 */
package io.fueloptimine.jobs.training.fleet;
