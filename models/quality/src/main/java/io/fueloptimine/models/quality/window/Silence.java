package io.fueloptimine.models.quality.window;

/**
 * When a machine's stream was last heard.
 *
 * @param lastMs its newest reading's time, ms since the epoch
 * @param receivedAtMs when that was received, ms since the epoch
 */
public record Silence(long lastMs, long receivedAtMs) {}
