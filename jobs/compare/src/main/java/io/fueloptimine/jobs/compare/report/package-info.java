/**
 * The report of a comparison of policies: tables for the terminal, Markdown, one HTML page,
 * pictures and the runs as CSV. {@link io.fueloptimine.jobs.compare.report.ComparisonReport} is the
 * entry.
 */
package io.fueloptimine.jobs.compare.report;
