package io.fueloptimine.models.message;

import io.fueloptimine.models.mine.Reading;

/**
 * A decoded message with its topic and bytes, which the record of a later rejection contains.
 *
 * @param reading the decoded content
 * @param topic the MQTT topic
 * @param payload the bytes as sent
 * @param clockAheadS how far the machine's clock is withClockAheadS of its site's clock, s; 0 if it
 *     is not withClockAheadS or has not been compared yet
 */
public record DecodedMessage(Reading reading, String topic, byte[] payload, double clockAheadS) {

    /** A message whose clock has not been compared with the site's clock. */
    public DecodedMessage(Reading reading, String topic, byte[] payload) {
        this(reading, topic, payload, 0);
    }

    /** A copy with the result of the clock comparison. */
    public DecodedMessage withClockAheadS(double seconds) {
        return new DecodedMessage(reading, topic, payload, seconds);
    }
}
