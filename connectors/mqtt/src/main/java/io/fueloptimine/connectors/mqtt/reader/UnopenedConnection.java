package io.fueloptimine.connectors.mqtt.reader;

import java.util.concurrent.CompletableFuture;

/** The connection that is returned when the attempt to connect could not be started. */
enum UnopenedConnection implements SessionConnector.Connection {
    INSTANCE;

    @Override
    public CompletableFuture<Void> close() {
        return CompletableFuture.completedFuture(null);
    }
}
