package io.fueloptimine.models.message;

import io.fueloptimine.models.mine.reading.Reading;

/**
 * A decoded message with its topic and its bytes, which are needed if a later step rejects the
 * message.
 *
 * @param reading the decoded content
 * @param topic the MQTT topic
 * @param payload the bytes as sent
 * @param clockAheadS how far the machine's clock is ahead of its site's clock, s; 0 if the
 *     machine's clock is not ahead or has not been compared yet
 */
public record DecodedMessage(Reading reading, String topic, byte[] payload, double clockAheadS) {

    /**
     * Creates a message for which the clock of the machine has not been compared with the site's
     * clock.
     */
    public DecodedMessage(Reading reading, String topic, byte[] payload) {
        this(reading, topic, payload, 0);
    }

    /** A copy with the result of the clock comparison. */
    public DecodedMessage withClockAheadS(double seconds) {
        return new DecodedMessage(reading, topic, payload, seconds);
    }
}
