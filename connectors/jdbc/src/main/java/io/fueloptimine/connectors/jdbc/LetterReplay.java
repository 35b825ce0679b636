package io.fueloptimine.connectors.jdbc;

import java.time.Instant;

/**
 * That a rejected reading was sent through again.
 *
 * @param qualityId which one
 * @param replayedAt when the broker acknowledged it (UTC, wall-clock)
 * @param replays how often by now
 */
public record LetterReplay(String qualityId, Instant replayedAt, int replays) {}
