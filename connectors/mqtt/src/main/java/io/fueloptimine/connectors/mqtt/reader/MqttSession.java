package io.fueloptimine.connectors.mqtt.reader;

import io.fueloptimine.connectors.mqtt.connection.Backoff;
import io.fueloptimine.connectors.mqtt.connection.ConnectionFault;
import io.fueloptimine.connectors.mqtt.metrics.MqttSourceMetrics;
import io.fueloptimine.connectors.mqtt.split.MqttSessionSplit;
import io.fueloptimine.models.mine.reading.RawMessage;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one session connected. When a connection is lost, it opens a new one with the same client
 * identifier after a pause. A fatal fault fails the reader.
 *
 * <p>Connections are numbered. Events and acknowledgements of an earlier connection are ignored,
 * because the broker sends its unacknowledged messages again. Thread-safe; no callbacks are called
 * while the lock is held.
 */
final class MqttSession {

    private static final Logger LOG = LoggerFactory.getLogger(MqttSession.class);

    /** After a connection of this duration the back-off starts again at its shortest pause. */
    private static final long STABLE_NS = Duration.ofSeconds(10).toNanos();

    private final MqttSessionSplit split;
    private final SessionConnector connector;
    private final ScheduledExecutorService timer;
    private final DeliveryQueue queue;
    private final Backoff backoff;
    private final InflightWindow window;
    private final MqttSourceMetrics metrics;

    private CompletableFuture<SessionConnector.Connection> connection =
            CompletableFuture.completedFuture(UnopenedConnection.INSTANCE);
    private int connectionNumber;
    private boolean up;
    private boolean wasUp;
    private long upSinceNs;
    private boolean closed;

    MqttSession(
            MqttSessionSplit split,
            SessionConnector connector,
            ScheduledExecutorService timer,
            DeliveryQueue queue,
            Backoff backoff,
            InflightWindow window,
            MqttSourceMetrics metrics) {
        this.split = split;
        this.wasUp = split.usedBefore();
        this.connector = connector;
        this.timer = timer;
        this.queue = queue;
        this.backoff = backoff;
        this.window = window;
        this.metrics = metrics;
    }

    String id() {
        return split.splitId();
    }

    /** The unacknowledged messages of the current connection. */
    InflightWindow window() {
        return window;
    }

    /** Starts to connect. If the start fails, the reader fails. */
    void connect() {
        CompletableFuture<SessionConnector.Connection> opening = new CompletableFuture<>();
        int number;
        synchronized (this) {
            if (closed) {
                return;
            }
            number = ++connectionNumber;
            connection = opening;
        }
        try {
            opening.complete(connector.connect(split, new Attempt(number)));
        } catch (RuntimeException e) {
            opening.complete(UnopenedConnection.INSTANCE);
            onLost(number, new ConnectionFault(true, "cannot start to connect: " + e, e));
        }
    }

    /** Disconnects; completes when the connection has ended. */
    CompletableFuture<Void> close() {
        CompletableFuture<SessionConnector.Connection> closing;
        synchronized (this) {
            closed = true;
            invalidate();
            closing = connection;
        }
        return closing.thenCompose(SessionConnector.Connection::close);
    }

    synchronized boolean isUp() {
        return up;
    }

    synchronized boolean isCurrent(int number) {
        return number == connectionNumber;
    }

    synchronized boolean releaseOne(int number) {
        if (number != connectionNumber) {
            return false;
        }
        window.released();
        return true;
    }

    private void invalidate() {
        connectionNumber++;
        window.clear();
        up = false;
    }

    private void onUp(int number, boolean resumed) {
        boolean lost;
        synchronized (this) {
            if (number != connectionNumber) {
                return;
            }
            lost = wasUp && !resumed;
            up = true;
            wasUp = true;
            upSinceNs = System.nanoTime();
        }
        if (lost) {
            metrics.countSessionLost();
            LOG.warn(
                    "The broker no longer has MQTT session {}: the messages it held are lost",
                    id());
        }
        LOG.info("MQTT session {} is connected, {}", id(), resumed ? "resumed" : "new");
    }

    private void onReceived(int number, RawMessage message, Runnable acknowledgement) {
        synchronized (this) {
            if (number != connectionNumber) {
                return;
            }
            window.received();
        }
        metrics.countReceived(message.redelivered());
        queue.put(
                new ReceivedMessage(
                        message, new AcknowledgementHandle(this, number, acknowledgement)));
    }

    private void onLost(int number, ConnectionFault fault) {
        long pauseMs;
        synchronized (this) {
            if (number != connectionNumber) {
                return;
            }
            if (up && System.nanoTime() - upSinceNs > STABLE_NS) {
                backoff.reset();
            }
            invalidate();
            pauseMs = fault.fatal() ? 0 : backoff.nextPauseMs();
        }
        queue.discard(id());
        if (fault.fatal()) {
            queue.fail(new MqttSessionException(id(), fault));
        } else {
            retryIn(pauseMs, fault);
        }
    }

    private void retryIn(long pauseMs, ConnectionFault fault) {
        LOG.warn(
                "MQTT session {} lost its connection ({}); next attempt in {} ms",
                id(),
                fault.reason(),
                pauseMs);
        metrics.countReconnect();
        try {
            timer.schedule(this::connect, pauseMs, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("MQTT session {} is closed, no further attempt", id());
        }
    }

    /** Listens to one connection. Events of a connection that is no longer current are ignored. */
    private final class Attempt implements SessionConnector.Listener {

        private final int number;

        private Attempt(int number) {
            this.number = number;
        }

        @Override
        public void up(boolean resumed) {
            onUp(number, resumed);
        }

        @Override
        public void received(RawMessage message, Runnable acknowledgement) {
            onReceived(number, message, acknowledgement);
        }

        @Override
        public boolean hasCapacity() {
            return !window.isFull();
        }

        @Override
        public void dropped() {
            metrics.countDropped();
        }

        @Override
        public void lost(ConnectionFault fault) {
            onLost(number, fault);
        }
    }
}
