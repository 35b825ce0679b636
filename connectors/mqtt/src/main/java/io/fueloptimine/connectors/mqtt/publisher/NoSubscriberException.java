package io.fueloptimine.connectors.mqtt.publisher;

import java.io.IOException;

/**
 * Thrown when the broker accepted a message and dropped it, because no subscription matches the
 * message's topic.
 */
public final class NoSubscriberException extends IOException {

    NoSubscriberException(String topic) {
        super("no subscription matches topic '" + topic + "', so the broker dropped the message");
    }
}
