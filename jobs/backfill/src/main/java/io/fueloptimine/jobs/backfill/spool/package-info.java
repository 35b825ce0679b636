/**
 * Records on disk, sorted by time: what one step of a backfill leaves for the next. Begin at {@link
 * io.fueloptimine.jobs.backfill.spool.Spool}.
 */
package io.fueloptimine.jobs.backfill.spool;
