package io.fueloptimine.models.mine;

import java.time.Instant;

/**
 * One message as received from the broker, not decoded and not validated.
 *
 * @param topic the topic it was published on; of a replayed dead letter the original one
 * @param payload the bytes as sent
 * @param receivedAt when ingest received it (processing time; never used as event time)
 * @param redelivered whether the broker marked it as a repeat (MQTT's DUP flag)
 * @param replayed whether it is a replayed dead letter
 */
public record RawMessage(
        String topic, byte[] payload, Instant receivedAt, boolean redelivered, boolean replayed) {

    /** A message that is not a replayed dead letter. */
    public RawMessage(String topic, byte[] payload, Instant receivedAt, boolean redelivered) {
        this(topic, payload, receivedAt, redelivered, false);
    }
}
