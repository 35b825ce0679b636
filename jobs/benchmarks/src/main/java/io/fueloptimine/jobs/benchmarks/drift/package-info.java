/**
 * {@code fuel bench drift}: the time and the memory of an update of the change detector. Begin with
 * {@link io.fueloptimine.jobs.benchmarks.drift.DriftBench}.
 */
package io.fueloptimine.jobs.benchmarks.drift;
