package io.fueloptimine.models.quality.window;

/**
 * The newest reading of a machine's stream.
 *
 * @param timeMs its time, ms since the epoch
 * @param receivedAtMs when it was received, ms since the epoch
 */
public record LastReading(long timeMs, long receivedAtMs) {}
