package io.fueloptimine.connectors.mqtt.reader;

import io.fueloptimine.connectors.mqtt.connection.Backoff;
import io.fueloptimine.connectors.mqtt.connection.ConnectionFault;
import io.fueloptimine.connectors.mqtt.metrics.MqttSourceMetrics;
import io.fueloptimine.connectors.mqtt.split.MqttSessionSplit;
import io.fueloptimine.models.mine.RawMessage;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one session connected: each time a connection is lost, a fresh one under the same name,
 * after a pause. Faults that no second attempt mends fail the reader.
 *
 * <p>Connections are numbered; whatever belongs to an earlier number is void, since the broker
 * sends its unacknowledged messages again. Thread-safe; calls nobody while it holds its lock.
 */
final class MqttSession {

    private static final Logger LOG = LoggerFactory.getLogger(MqttSession.class);

    /** A connection that stood this long ends the series of failures. */
    private static final long PROVED_GOOD_NS = Duration.ofSeconds(10).toNanos();

    private final MqttSessionSplit split;
    private final SessionConnector connector;
    private final ScheduledExecutorService timer;
    private final HandOver handOver;
    private final Backoff backoff;
    private final InflightWindow window;
    private final MqttSourceMetrics metrics;

    private CompletableFuture<SessionConnector.Connection> connection =
            CompletableFuture.completedFuture(NoConnection.INSTANCE);
    private int connectionNumber;
    private boolean up;
    private boolean wasUp;
    private long upSinceNs;
    private boolean closed;

    MqttSession(
            MqttSessionSplit split,
            SessionConnector connector,
            ScheduledExecutorService timer,
            HandOver handOver,
            Backoff backoff,
            InflightWindow window,
            MqttSourceMetrics metrics) {
        this.split = split;
        this.wasUp = split.usedBefore();
        this.connector = connector;
        this.timer = timer;
        this.handOver = handOver;
        this.backoff = backoff;
        this.window = window;
        this.metrics = metrics;
    }

    String id() {
        return split.splitId();
    }

    /** What it received on the present connection and did not acknowledge. */
    InflightWindow window() {
        return window;
    }

    /** Begins to connect; where even that fails, the reader does. */
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
            opening.complete(NoConnection.INSTANCE);
            onLost(number, new ConnectionFault(true, "cannot even begin to connect: " + e, e));
        }
    }

    /** Leaves the broker; complete when nothing of the connection is left. */
    CompletableFuture<Void> close() {
        CompletableFuture<SessionConnector.Connection> leaving;
        synchronized (this) {
            closed = true;
            invalidate();
            leaving = connection;
        }
        return leaving.thenCompose(SessionConnector.Connection::close);
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
            LOG.warn("The broker no longer knew MQTT session {}: what it held is lost", id());
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
        handOver.put(new Delivery(message, new Receipt(this, number, acknowledgement)));
    }

    private void onLost(int number, ConnectionFault fault) {
        long pauseMs;
        synchronized (this) {
            if (number != connectionNumber) {
                return;
            }
            if (up && System.nanoTime() - upSinceNs > PROVED_GOOD_NS) {
                backoff.reset();
            }
            invalidate();
            pauseMs = fault.fatal() ? 0 : backoff.nextPauseMs();
        }
        handOver.discard(id());
        if (fault.fatal()) {
            handOver.fail(new MqttSessionException(id(), fault));
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

    /** Hears of one connection, and knows by its number whether anybody still cares. */
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
        public boolean hasRoom() {
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
