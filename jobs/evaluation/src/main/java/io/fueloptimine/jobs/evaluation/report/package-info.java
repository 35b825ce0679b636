/** The report of an evaluation as tables, pictures and JSON. */
package io.fueloptimine.jobs.evaluation.report;
