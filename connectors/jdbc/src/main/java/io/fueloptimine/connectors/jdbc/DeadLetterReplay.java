package io.fueloptimine.connectors.jdbc;

import java.time.Instant;

/**
 * A rejected reading that an operator sent again.
 *
 * @param qualityId the id of the rejected reading
 * @param replayedAt when the broker acknowledged the repeated message (UTC, wall-clock)
 * @param replays how often the reading has been sent again so far
 */
public record DeadLetterReplay(String qualityId, Instant replayedAt, int replays) {}
