/**
 * Text reports about the model registry, for a terminal. Begin at {@link
 * io.fueloptimine.jobs.training.report.ModelPage}.
 */
package io.fueloptimine.jobs.training.report;
