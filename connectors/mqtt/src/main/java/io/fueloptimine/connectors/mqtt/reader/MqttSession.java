package io.fueloptimine.connectors.mqtt.reader;

import io.fueloptimine.connectors.mqtt.connection.Backoff;
import io.fueloptimine.connectors.mqtt.connection.ConnectionFault;
import io.fueloptimine.connectors.mqtt.metrics.MqttSourceMetrics;
import io.fueloptimine.connectors.mqtt.split.MqttSessionSplit;
import io.fueloptimine.models.mine.RawMessage;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one session connected: each time a connection is lost, a fresh one under the same name,
 * after a pause. Faults that no second attempt mends fail the reader.
 *
 * <p>Connections are numbered; whatever belongs to an earlier number is void, since the broker
 * sends its unacknowledged messages again. Thread-safe.
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
    private final MqttSourceMetrics metrics;

    private SessionConnector.Connection connection;
    private int connectionNumber;
    private int unacknowledged;
    private boolean up;
    private long upSinceNs;
    private boolean closed;

    MqttSession(
            MqttSessionSplit split,
            SessionConnector connector,
            ScheduledExecutorService timer,
            HandOver handOver,
            Backoff backoff,
            MqttSourceMetrics metrics) {
        this.split = split;
        this.connector = connector;
        this.timer = timer;
        this.handOver = handOver;
        this.backoff = backoff;
        this.metrics = metrics;
    }

    synchronized void connect() {
        if (!closed) {
            connection = connector.connect(split, new Attempt(++connectionNumber));
        }
    }

    /** Leaves the broker; complete when nothing of the connection is left. */
    synchronized CompletableFuture<Void> close() {
        closed = true;
        invalidate();
        return connection == null ? CompletableFuture.completedFuture(null) : connection.close();
    }

    synchronized boolean isUp() {
        return up;
    }

    /** Messages received on the present connection and not acknowledged. */
    synchronized int unacknowledged() {
        return unacknowledged;
    }

    synchronized boolean isCurrent(int number) {
        return number == connectionNumber;
    }

    synchronized boolean releaseOne(int number) {
        if (number != connectionNumber) {
            return false;
        }
        unacknowledged--;
        return true;
    }

    private void invalidate() {
        connectionNumber++;
        unacknowledged = 0;
        up = false;
    }

    private synchronized void onUp(int number) {
        if (number == connectionNumber) {
            up = true;
            upSinceNs = System.nanoTime();
            LOG.info("MQTT session {} is connected", split.splitId());
        }
    }

    private void onReceived(int number, RawMessage message, Runnable acknowledgement) {
        synchronized (this) {
            if (number != connectionNumber) {
                return;
            }
            unacknowledged++;
        }
        metrics.countReceived(message.redelivered());
        handOver.put(new Delivery(this, number, message, acknowledgement));
    }

    private synchronized void onLost(int number, ConnectionFault fault) {
        if (number != connectionNumber) {
            return;
        }
        if (up && System.nanoTime() - upSinceNs > PROVED_GOOD_NS) {
            backoff.reset();
        }
        invalidate();
        if (fault.fatal()) {
            handOver.fail(new MqttSessionException(split.splitId(), fault));
        } else {
            retryLater(fault);
        }
    }

    private void retryLater(ConnectionFault fault) {
        long pauseMs = backoff.nextPauseMs();
        LOG.warn(
                "MQTT session {} lost its connection ({}); next attempt in {} ms",
                split.splitId(),
                fault.reason(),
                pauseMs);
        metrics.countReconnect();
        timer.schedule(this::connect, pauseMs, TimeUnit.MILLISECONDS);
    }

    /** Hears of one connection, and knows by its number whether anybody still cares. */
    private final class Attempt implements SessionConnector.Listener {

        private final int number;

        private Attempt(int number) {
            this.number = number;
        }

        @Override
        public void up() {
            onUp(number);
        }

        @Override
        public void received(RawMessage message, Runnable acknowledgement) {
            onReceived(number, message, acknowledgement);
        }

        @Override
        public void lost(ConnectionFault fault) {
            onLost(number, fault);
        }
    }
}
