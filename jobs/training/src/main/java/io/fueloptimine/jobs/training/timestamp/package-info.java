/**
 * Timestamps of files as instants: patterns, languages, offsets, and the hours that the clocks skip
 * or repeat. Begin at {@link io.fueloptimine.jobs.training.timestamp.LocalTimes}.
 */
package io.fueloptimine.jobs.training.timestamp;
