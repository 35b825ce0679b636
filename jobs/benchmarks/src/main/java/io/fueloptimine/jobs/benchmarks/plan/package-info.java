/** Measures the solver of plans beside HiGHS. */
package io.fueloptimine.jobs.benchmarks.plan;
