package io.fueloptimine.models.mine;

/**
 * A message to publish on the MQTT broker, the counterpart of {@link RawMessage}.
 *
 * @param topic the topic to publish on
 * @param payload the bytes to send; empty removes a retained message
 * @param retained whether the broker keeps it for later subscribers
 * @param expiryS wall-clock seconds after which it is no longer delivered; null for no limit
 * @param replayed whether it is a replayed dead letter, published on {@link Topics#replay}
 */
public record OutgoingMessage(
        String topic, byte[] payload, boolean retained, Long expiryS, boolean replayed) {

    /** A message that is not a replayed dead letter. */
    public OutgoingMessage(String topic, byte[] payload, boolean retained, Long expiryS) {
        this(topic, payload, retained, expiryS, false);
    }
}
