package io.fueloptimine.connectors.mqtt.publisher;

import java.io.IOException;

/** The broker accepted the message and dropped it, because no subscription matches its topic. */
public final class NoSubscriberException extends IOException {

    NoSubscriberException(String topic) {
        super("no subscription matches topic '" + topic + "', so the broker dropped the message");
    }
}
