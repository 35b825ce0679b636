/**
 * The records of the past: readings of the lake, or messages of files. Begin at {@link
 * io.fueloptimine.jobs.backfill.history.History}.
 */
package io.fueloptimine.jobs.backfill.history;
