package io.fueloptimine.models.mine.reading;

import java.time.Instant;

/**
 * One message as received from the broker, not decoded and not validated.
 *
 * @param topic the topic on which the message was published; for a rejected message that is sent
 *     again, the original topic
 * @param payload the bytes as sent
 * @param receivedAt when job ingest received the message (processing time; never used as event
 *     time)
 * @param redelivered whether the broker marked the message as a repeat (MQTT's DUP flag)
 * @param replayed whether the message is a rejected message that is sent again
 */
public record RawMessage(
        String topic, byte[] payload, Instant receivedAt, boolean redelivered, boolean replayed) {

    /** Creates a message that is not a rejected message sent again. */
    public RawMessage(String topic, byte[] payload, Instant receivedAt, boolean redelivered) {
        this(topic, payload, receivedAt, redelivered, false);
    }
}
