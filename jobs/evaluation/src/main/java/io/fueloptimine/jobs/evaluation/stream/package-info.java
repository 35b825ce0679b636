/** Simulated readings as the source of a job, in the order of simulated time. */
package io.fueloptimine.jobs.evaluation.stream;
