package io.fueloptimine.connectors.mqtt.publisher;

import io.fueloptimine.connectors.mqtt.connection.Backoff;
import io.fueloptimine.connectors.mqtt.connection.ConnectionFault;
import io.fueloptimine.connectors.mqtt.connection.UninterruptibleWait;
import io.fueloptimine.models.mine.OutgoingMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes at QoS 1 and keeps every message until the broker has acknowledged it.
 *
 * <p>Delivery is at least once: when a connection is lost, the publisher makes a new connection
 * after a pause and sends unacknowledged messages again, in the order in which it accepted them. A
 * message that expires before it can be sent is dropped and counted. After a fatal fault
 * (authentication, protocol, another client of the same name) all waiting messages fail, unless
 * {@link MqttPublisherSettings#retryUntilAnswered} is set. The publisher continues to connect with
 * its longest pause, because the cause of the fault, such as a wrong password file, may be
 * corrected.
 *
 * <p>Thread-safe. The returned futures complete on the threads of the MQTT client, which must not
 * be blocked.
 */
public final class MqttPublisher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MqttPublisher.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    /** After a connection of this duration the back-off starts again at its shortest pause. */
    private static final long STABLE_NS = Duration.ofSeconds(10).toNanos();

    private final String name;
    private final Duration longestPause;
    private final boolean retryUntilAnswered;
    private final PublishConnection.Opener opener;
    private final Semaphore permits;
    private final Backoff backoff;
    private final ScheduledExecutorService timer;
    private final PublisherCounters counters = new PublisherCounters();
    private final UnsettledMessages unsettled;
    private final CompletableFuture<Void> firstConnection = new CompletableFuture<>();

    private PublishConnection connection;
    private int connectionNumber;
    private boolean up;
    private long upSinceNs;
    private boolean closed;

    MqttPublisher(MqttPublisherSettings settings, PublishConnection.Opener opener) {
        this.name = settings.clientId();
        this.longestPause = settings.maxBackoff();
        this.retryUntilAnswered = settings.retryUntilAnswered();
        this.opener = opener;
        this.permits = new Semaphore(settings.maxInFlight());
        this.unsettled = new UnsettledMessages(counters, permits);
        this.backoff =
                new Backoff(
                        settings.initialBackoff(),
                        settings.maxBackoff(),
                        RandomGenerator.getDefault());
        this.timer =
                Executors.newSingleThreadScheduledExecutor(
                        task -> {
                            Thread thread = new Thread(task, "mqtt-publisher-" + name);
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    /**
     * Opens a publisher, which starts to connect; returns at once. The publisher accepts messages
     * even before it is connected.
     */
    public static MqttPublisher open(MqttPublisherSettings settings) {
        return open(settings, listener -> HiveMqPublishConnection.open(settings, listener));
    }

    static MqttPublisher open(MqttPublisherSettings settings, PublishConnection.Opener opener) {
        MqttPublisher publisher = new MqttPublisher(settings, opener);
        publisher.timer.execute(publisher::connect);
        return publisher;
    }

    /**
     * The outcome of the first attempt to connect.
     *
     * @return completes when the publisher is connected for the first time; fails with {@link
     *     MqttPublishException} when the first attempt fails. The publisher continues to connect.
     */
    public CompletableFuture<Void> firstConnection() {
        return firstConnection.copy();
    }

    /**
     * Accepts a message. Blocks while the maximum number of unsettled messages is reached; a
     * message is settled when its future has completed.
     *
     * @return completes when the broker has acknowledged the message or the message has expired;
     *     fails with {@link MessageRefusedException}, {@link NoSubscriberException} or {@link
     *     MqttPublishException}. Cancelling the future withdraws the message unless it has been
     *     sent.
     */
    public CompletableFuture<Void> publish(OutgoingMessage message) throws InterruptedException {
        permits.acquire();
        return accept(message);
    }

    /**
     * Accepts a message as {@link #publish} does, but blocks at most for the given limit. Empty if
     * the message could not be accepted within the limit.
     */
    public Optional<CompletableFuture<Void>> publishWithin(Duration limit, OutgoingMessage message)
            throws InterruptedException {
        return permits.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS)
                ? Optional.of(accept(message))
                : Optional.empty();
    }

    /** The connection state and the counts since the publisher was opened. */
    public synchronized PublisherCounts counts() {
        return counters.counts(up, unsettled.size());
    }

    /** Disconnects, within seconds. Messages that are then not acknowledged fail. */
    @Override
    public void close() {
        PublishConnection last;
        List<PendingMessage> left;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            invalidate();
            last = connection;
            left = unsettled.removeAll();
        }
        timer.shutdownNow();
        if (last != null && !UninterruptibleWait.until(last.close(), CLOSE_TIMEOUT)) {
            LOG.warn("MQTT publisher {} did not disconnect within {}", name, CLOSE_TIMEOUT);
        }
        unsettled.fail(left, new MqttPublishException("the MQTT publisher was closed", null));
    }

    private CompletableFuture<Void> accept(OutgoingMessage message) {
        PendingMessage pending = new PendingMessage(message, System.nanoTime());
        CompletableFuture<Void> result = pending.result();
        result.whenComplete(
                (done, failure) -> {
                    if (result.isCancelled()) {
                        withdraw(pending);
                    }
                });
        synchronized (this) {
            if (!closed) {
                unsettled.add(pending);
                if (up) {
                    send(pending);
                }
                return result;
            }
        }
        unsettled.fail(
                List.of(pending), new MqttPublishException("the MQTT publisher was closed", null));
        return result;
    }

    private synchronized void connect() {
        if (closed) {
            return;
        }
        int number = ++connectionNumber;
        try {
            connection = opener.open(new Attempt(number));
        } catch (RuntimeException e) {
            onLost(number, new ConnectionFault(true, "cannot start to connect: " + e, e));
        }
    }

    private void send(PendingMessage pending) {
        int number = connectionNumber;
        counters.sent(pending.wasSent());
        pending.sentOn(number);
        connection
                .publish(pending.message(), pending.expiryS(System.nanoTime()))
                .whenComplete((done, failure) -> onAnswer(number, pending, failure));
    }

    /**
     * Handles the answer to a message. If the connection was lost without an answer, the message
     * remains unsettled and the next connection sends it again.
     */
    private void onAnswer(int number, PendingMessage pending, Throwable failure) {
        boolean temporary = failure instanceof TemporaryPublishException;
        if (temporary && retryUntilAnswered) {
            reconnect(number, failure);
            return;
        }
        if (failure instanceof ConnectionLostException || !remove(pending)) {
            return;
        }
        if (failure == null) {
            counters.acknowledged();
            unsettled.settle(pending);
        } else {
            unsettled.fail(
                    List.of(pending),
                    temporary ? new MqttPublishException(failure.getMessage(), failure) : failure);
        }
    }

    private synchronized void reconnect(int number, Throwable reason) {
        if (number == connectionNumber) {
            PublishConnection last = connection;
            onLost(number, new ConnectionFault(false, reason.getMessage(), reason));
            last.close();
        }
    }

    private synchronized boolean remove(PendingMessage pending) {
        return unsettled.remove(pending);
    }

    /**
     * Withdraws a cancelled message. A message that was already sent keeps its permit until it is
     * answered or its connection is lost.
     */
    private void withdraw(PendingMessage pending) {
        boolean removed;
        synchronized (this) {
            boolean sent = up && pending.wasSentOn(connectionNumber);
            removed = !sent && unsettled.remove(pending);
        }
        if (removed) {
            permits.release();
        }
    }

    private void onUp(int number) {
        List<PendingMessage> removed;
        synchronized (this) {
            if (number != connectionNumber) {
                return;
            }
            up = true;
            upSinceNs = System.nanoTime();
            removed = unsettled.removeExpiredAndCancelled(upSinceNs);
            unsettled.list().forEach(this::send);
        }
        LOG.info("MQTT publisher {} is connected", name);
        firstConnection.complete(null);
        removed.forEach(unsettled::settle);
    }

    private synchronized void onLost(int number, ConnectionFault fault) {
        if (number != connectionNumber) {
            return;
        }
        if (up && System.nanoTime() - upSinceNs > STABLE_NS) {
            backoff.reset();
        }
        invalidate();
        counters.lost(fault.reason());
        long pauseMs = fault.fatal() ? longestPause.toMillis() : backoff.nextPauseMs();
        LOG.warn(
                "MQTT publisher {} lost its connection ({}); next attempt in {} ms",
                name,
                fault.reason(),
                pauseMs);
        timer.schedule(this::connect, pauseMs, TimeUnit.MILLISECONDS);
        MqttPublishException failure = new MqttPublishException(fault.reason(), fault.cause());
        CompletableFuture.runAsync(() -> firstConnection.completeExceptionally(failure));
        if (fault.fatal() && !retryUntilAnswered) {
            List<PendingMessage> failed = unsettled.removeAll();
            // Completing futures runs caller code, which must not run under this lock. The timer
            // does not serve either: it drops its tasks when the publisher is closed.
            CompletableFuture.runAsync(() -> unsettled.fail(failed, failure));
        }
    }

    private void invalidate() {
        connectionNumber++;
        up = false;
    }

    /** Listens to one connection. Events of a connection that is no longer current are ignored. */
    private final class Attempt implements PublishConnection.Listener {

        private final int number;

        private Attempt(int number) {
            this.number = number;
        }

        @Override
        public void up() {
            onUp(number);
        }

        @Override
        public void lost(ConnectionFault fault) {
            onLost(number, fault);
        }
    }
}
