package io.fueloptimine.models.mine;

/**
 * One message for the broker, the counterpart of {@link RawMessage}.
 *
 * @param topic where it is published
 * @param payload the bytes to send; empty removes a retained message
 * @param retained whether the broker keeps it for whoever subscribes later
 * @param expiryS seconds of wall-clock after which nobody shall get it any more; null for never
 * @param replayed whether it is a dead letter that somebody sends through again
 */
public record OutgoingMessage(
        String topic, byte[] payload, boolean retained, Long expiryS, boolean replayed) {

    /** A message that is sent for the first time. */
    public OutgoingMessage(String topic, byte[] payload, boolean retained, Long expiryS) {
        this(topic, payload, retained, expiryS, false);
    }
}
