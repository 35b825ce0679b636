package io.fueloptimine.jobs.deadletters;

import java.time.Instant;

/**
 * One row of {@code rejected_reading}.
 *
 * @param qualityId its key
 * @param verdict what became of the message, a name of the verdicts
 * @param rule the rule's name
 * @param severity how bad
 * @param field the field at fault; null when it is the whole message
 * @param observed what stood there; null when nothing did
 * @param expected what the rule wanted
 * @param topic the MQTT topic; null when none was kept
 * @param machineId the machine; null when it could not be read
 * @param eventTime when it was measured; null when it could not be read
 * @param receivedAt when ingest received it; null when that is no time SQL can hold
 * @param redelivered whether the broker marked it as a repeat
 * @param payload the bytes; null when none were kept
 * @param replayedAt when it was last sent through again; null when it never was
 * @param replays how often it was sent through again
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
