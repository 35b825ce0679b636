package io.fueloptimine.models.mine;

import io.fueloptimine.models.mine.reading.RawMessage;

/**
 * A message to publish on the MQTT broker, the counterpart of {@link RawMessage}.
 *
 * @param topic the topic to publish on
 * @param payload the bytes to send; empty removes a retained message
 * @param retained whether the broker keeps it for later subscribers
 * @param expiryS wall-clock seconds after which the broker no longer delivers the message; null for
 *     no limit
 * @param replayed whether the message is a rejected message that is sent again; such a message is
 *     published on {@link Topics#replay}
 */
public record OutgoingMessage(
        String topic, byte[] payload, boolean retained, Long expiryS, boolean replayed) {

    /** Creates a message that is not a rejected message sent again. */
    public OutgoingMessage(String topic, byte[] payload, boolean retained, Long expiryS) {
        this(topic, payload, retained, expiryS, false);
    }
}
