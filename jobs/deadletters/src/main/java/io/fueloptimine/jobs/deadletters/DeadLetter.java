package io.fueloptimine.jobs.deadletters;

import java.time.Instant;

/**
 * A message that ingest rejected or reported: a row of the table {@code rejected_reading}.
 *
 * @param qualityId the primary key
 * @param verdict the name of a {@link io.fueloptimine.models.mine.QualityVerdict}
 * @param rule the rule's name
 * @param severity the severity of the violation
 * @param field the field that violates the rule; null if the whole message does
 * @param observed the observed value; null if there is none
 * @param expected the values that the rule allows
 * @param topic the MQTT topic; null if it was not kept
 * @param machineId the machine; null if it is unknown
 * @param eventTime the time of the measurement; null if it is unknown
 * @param receivedAt when ingest received it; null if SQL cannot represent that time
 * @param redelivered whether the broker marked it as a redelivery
 * @param payload the bytes of the message; null if they were not kept
 * @param replayedAt when it was last sent again; null if never
 * @param replays how often it was sent again
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
