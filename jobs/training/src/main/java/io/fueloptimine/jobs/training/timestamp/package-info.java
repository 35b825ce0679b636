/**
 * Converts timestamps in files to instants. The package handles patterns, languages, offsets, and
 * the hours that the clocks skip or repeat. Begin at {@link
 * io.fueloptimine.jobs.training.timestamp.LocalTimes}.
 */
package io.fueloptimine.jobs.training.timestamp;
