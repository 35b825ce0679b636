/**
 * The steps of a backfill, what is done and what remains. Begin at {@link
 * io.fueloptimine.jobs.backfill.run.Backfill}.
 */
package io.fueloptimine.jobs.backfill.run;
