package io.fueloptimine.connectors.mqtt.reader;

import java.util.concurrent.CompletableFuture;

/** Returned when a connection could not be attempted. */
enum UnopenedConnection implements SessionConnector.Connection {
    INSTANCE;

    @Override
    public CompletableFuture<Void> close() {
        return CompletableFuture.completedFuture(null);
    }
}
