package io.fueloptimine.models.message.aemp;

import java.time.Instant;
import java.util.Map;

/**
 * One telemetry message that a snapshot becomes.
 *
 * @param time when it was measured, or the middle of the time that a derived rate is valid for
 * @param fields the fields of the message without {@code time}
 */
public record AempReading(Instant time, Map<String, Object> fields) {}
