package io.fueloptimine.jobs.deadletters;

import java.time.Instant;

/**
 * A message that job ingest rejected or reported as faulty. A dead letter is a row of the SQL table
 * {@code rejected_reading}.
 *
 * @param qualityId the primary key
 * @param verdict the name of a {@link io.fueloptimine.models.mine.quality.QualityVerdict}
 * @param rule the name of the violated rule
 * @param severity the severity of the violation
 * @param field the field that violates the rule; null if the whole message violates the rule
 * @param observed the observed value; null if there is no such value
 * @param expected the values that the rule allows
 * @param topic the MQTT topic; null if the topic was not stored
 * @param machineId the id of the machine; null if the machine is unknown
 * @param eventTime the time of the measurement; null if the time is unknown
 * @param receivedAt the time at which job ingest received the message; null if SQL cannot represent
 *     this time
 * @param redelivered whether the broker marked the message as redelivered
 * @param payload the bytes of the message; null if they were not stored
 * @param replayedAt the time at which the message was last sent again; null if it was never sent
 *     again
 * @param replays how often the message was sent again
 */
public record DeadLetter(
        String qualityId,
        String verdict,
        String rule,
        String severity,
        String field,
        String observed,
        String expected,
        String topic,
        String machineId,
        Instant eventTime,
        Instant receivedAt,
        boolean redelivered,
        byte[] payload,
        Instant replayedAt,
        int replays) {}
