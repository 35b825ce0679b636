/**
 * Topics in this process: simulated readings and records of one job as sources of another job, read
 * in the order of event time, and sinks that keep what a job writes.
 */
package io.fueloptimine.jobs.evaluation.stream;
