package io.fueloptimine.operators.decode;

import io.fueloptimine.models.mine.Reading;

/**
 * A decoded message together with what was sent, so that a later rejection can keep the bytes.
 *
 * @param reading what the message says
 * @param topic the MQTT topic
 * @param payload the bytes as sent
 */
public record Decoded(Reading reading, String topic, byte[] payload) {}
