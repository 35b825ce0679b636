/** Measures the time of one assignment in a large mine beside a simple rule. */
package io.fueloptimine.jobs.benchmarks.assign;
