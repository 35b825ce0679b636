package io.fueloptimine.connectors.mqtt.publisher;

import java.io.IOException;

/** The broker or the client did not take the message now; another attempt may succeed. */
final class TemporaryPublishException extends IOException {

    TemporaryPublishException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
