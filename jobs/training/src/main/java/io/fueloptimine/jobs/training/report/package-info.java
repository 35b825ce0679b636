/**
 * The model registry as people read it on a terminal. Begin at {@link
 * io.fueloptimine.jobs.training.report.ModelPage}.
 */
package io.fueloptimine.jobs.training.report;
