package io.fueloptimine.connectors.mqtt.reader;

import io.fueloptimine.connectors.mqtt.connection.ConnectionFault;
import io.fueloptimine.connectors.mqtt.split.MqttSessionSplit;
import io.fueloptimine.models.mine.reading.RawMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** An in-memory broker that delivers one message at a time. */
final class LoopbackConnector implements SessionConnector {

    final List<String> acknowledged = new ArrayList<>();
    final List<Listener> connections = new CopyOnWriteArrayList<>();
    volatile boolean forgetsSessions;
    volatile CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);
    volatile boolean connecting;
    boolean broken;
    volatile int left;

    @Override
    public Connection connect(MqttSessionSplit split, Listener listener) {
        if (broken) {
            throw new IllegalStateException("no route, no client, nothing");
        }
        connecting = true;
        gate.join();
        connecting = false;
        connections.add(listener);
        listener.up(!forgetsSessions && connections.size() > 1);
        return () -> {
            left++;
            return CompletableFuture.completedFuture(null);
        };
    }

    void deliver(String text) {
        deliverOn(connections.size() - 1, text);
    }

    void deliverOn(int connection, String text) {
        RawMessage message = new RawMessage("mine", text.getBytes(), Instant.EPOCH, false);
        connections.get(connection).received(message, () -> acknowledged.add(text));
    }

    void cut() {
        connections.get(connections.size() - 1).lost(new ConnectionFault(false, "cut", null));
    }

    void takeOver() {
        connections.get(connections.size() - 1).lost(new ConnectionFault(true, "taken", null));
    }
}
