/**
 * Expectations of stretches of time: means, distributions, row counts, silence. Begin at {@link
 * io.fueloptimine.operators.expect.WatchExpectations}; the arithmetic is in {@link
 * io.fueloptimine.operators.expect.WindowTally}, without Flink.
 */
package io.fueloptimine.operators.expect;
