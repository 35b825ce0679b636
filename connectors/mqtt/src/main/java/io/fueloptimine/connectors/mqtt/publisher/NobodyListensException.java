package io.fueloptimine.connectors.mqtt.publisher;

import java.io.IOException;

/** The broker took the message and threw it away, because no subscription wants it. */
public final class NobodyListensException extends IOException {

    NobodyListensException(String topic) {
        super("the broker knows no subscriber for topic '" + topic + "', so it kept nothing");
    }
}
