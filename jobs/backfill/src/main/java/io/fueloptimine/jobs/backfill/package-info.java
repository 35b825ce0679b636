/**
 * Backfill: runs the graphs of jobs ingest, fuel, alarms and archive over history, with the same
 * rows in SQL and in the lake as a run on the live stream. Begin at {@link
 * io.fueloptimine.jobs.backfill.run.Backfill}.
 */
package io.fueloptimine.jobs.backfill;
