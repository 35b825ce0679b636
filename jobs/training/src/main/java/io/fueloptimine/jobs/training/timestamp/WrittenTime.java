package io.fueloptimine.jobs.training.timestamp;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A timestamp as written in a file.
 *
 * @param local the date and time
 * @param offset the offset in the timestamp; empty when the timestamp has no offset
 */
public record WrittenTime(LocalDateTime local, Optional<ZoneOffset> offset) {}
