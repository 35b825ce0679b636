/**
 * What the runs of several policies say about the policies: which runs moved the same tonnes, and
 * the paired differences over those runs with 95 % intervals. {@link
 * io.fueloptimine.jobs.compare.statistics.VariantComparison#allOf} is the entry.
 */
package io.fueloptimine.jobs.compare.statistics;
