/**
 * Topics in this process: records of one job as sources of another job, read in the order of event
 * time, and sinks that keep what a job writes. Begin at {@link
 * io.fueloptimine.jobs.backfill.stream.ProcessTopics}.
 */
package io.fueloptimine.jobs.backfill.stream;
