package io.fueloptimine.models.message;

import io.fueloptimine.models.mine.Reading;

/**
 * A decoded message together with what was sent, so that a later rejection can keep the bytes.
 *
 * @param reading what the message says
 * @param topic the MQTT topic
 * @param payload the bytes as sent
 * @param clockAheadS how far the machine's clock is ahead of its site's, s; 0 if it is not, or
 *     nobody has looked yet
 */
public record Decoded(Reading reading, String topic, byte[] payload, double clockAheadS) {

    /** A message whose clock nobody has looked at yet. */
    public Decoded(Reading reading, String topic, byte[] payload) {
        this(reading, topic, payload, 0);
    }

    /** The same message with its clock compared. */
    public Decoded ahead(double seconds) {
        return new Decoded(reading, topic, payload, seconds);
    }
}
