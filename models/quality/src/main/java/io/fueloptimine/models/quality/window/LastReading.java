package io.fueloptimine.models.quality.window;

/**
 * The newest reading of a machine's stream.
 *
 * @param timeMs event time of the reading, ms since the epoch
 * @param receivedAtMs when the reading was received, ms since the epoch
 */
public record LastReading(long timeMs, long receivedAtMs) {}
