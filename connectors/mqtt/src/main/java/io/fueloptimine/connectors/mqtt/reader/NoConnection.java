package io.fueloptimine.connectors.mqtt.reader;

import java.util.concurrent.CompletableFuture;

/** Stands for a connection that could not even be tried. */
enum NoConnection implements SessionConnector.Connection {
    INSTANCE;

    @Override
    public CompletableFuture<Void> close() {
        return CompletableFuture.completedFuture(null);
    }
}
