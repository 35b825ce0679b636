package io.fueloptimine.connectors.mqtt.publisher;

import java.io.IOException;

/**
 * Thrown when the broker or the client cannot accept a message now; another attempt may succeed.
 */
final class TemporaryPublishException extends IOException {

    TemporaryPublishException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
