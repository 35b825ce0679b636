package io.fueloptimine.jobs.training.timestamp;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A timestamp as written in a file.
 *
 * @param local the date and time
 * @param offset the offset written with it; empty when there is none
 */
public record WrittenTime(LocalDateTime local, Optional<ZoneOffset> offset) {}
