package io.fueloptimine.connectors.mqtt.publisher;

import io.fueloptimine.connectors.mqtt.connection.Backoff;
import io.fueloptimine.connectors.mqtt.connection.ConnectionFault;
import io.fueloptimine.connectors.mqtt.connection.UninterruptedWait;
import io.fueloptimine.models.mine.OutgoingMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 * <p>At least once: when a connection is lost, a fresh one is made after a pause, and what was not
 * acknowledged is sent again, in the order in which it was accepted. A message whose expiry passes
 * meanwhile is left out and counted. Where trying again cannot help (authentication, protocol, a
 * client of the same name) all that waits fails, and the publisher still goes on trying at its
 * longest pause, for a password file may be mended.
 *
 * <p>Thread-safe. Promises are kept on the client's threads: do not block there.
 */
public final class MqttPublisher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MqttPublisher.class);
    private static final Duration LEAVE_TIMEOUT = Duration.ofSeconds(5);

    /** A connection that stood this long ends the series of failures. */
    private static final long PROVED_GOOD_NS = Duration.ofSeconds(10).toNanos();

    private final String name;
    private final Duration longestPause;
    private final PublishLink.Opener links;
    private final Semaphore room;
    private final Backoff backoff;
    private final ScheduledExecutorService timer;
    private final Set<PendingMessage> unsettled = new LinkedHashSet<>();
    private final PublisherTally tally = new PublisherTally();

    private PublishLink link;
    private int linkNumber;
    private boolean up;
    private long upSinceNs;
    private boolean closed;

    MqttPublisher(MqttPublisherSettings settings, PublishLink.Opener links) {
        this.name = settings.clientId();
        this.longestPause = settings.maxBackoff();
        this.links = links;
        this.room = new Semaphore(settings.maxInFlight());
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

    /** Begins to connect and returns at once; messages are accepted from now on. */
    public static MqttPublisher open(MqttPublisherSettings settings) {
        return open(settings, listener -> HiveMqttPublishLink.open(settings, listener));
    }

    static MqttPublisher open(MqttPublisherSettings settings, PublishLink.Opener links) {
        MqttPublisher publisher = new MqttPublisher(settings, links);
        publisher.timer.execute(publisher::connect);
        return publisher;
    }

    /**
     * Accepts a message; waits while as many as the settings allow are unsettled.
     *
     * @return complete when the broker has the message, or it is too old for anybody; fails with
     *     {@link MessageRefusedException}, {@link NobodyListensException} or {@link
     *     MqttPublishException}. Cancelling it withdraws the message unless it is on the wire.
     */
    public CompletableFuture<Void> publish(OutgoingMessage message) throws InterruptedException {
        room.acquire();
        return accept(message);
    }

    /** As {@link #publish}, but empty when there was no room for it within the limit. */
    public Optional<CompletableFuture<Void>> publishWithin(Duration limit, OutgoingMessage message)
            throws InterruptedException {
        return room.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS)
                ? Optional.of(accept(message))
                : Optional.empty();
    }

    /** How it fares. */
    public synchronized PublisherFigures figures() {
        return tally.figures(up, unsettled.size());
    }

    /** Leaves the broker, within seconds; what is not acknowledged by then has failed. */
    @Override
    public void close() {
        PublishLink last;
        List<PendingMessage> left;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            invalidate();
            last = link;
            left = takeAll();
        }
        timer.shutdownNow();
        if (last != null && !UninterruptedWait.until(last.close(), LEAVE_TIMEOUT)) {
            LOG.warn("MQTT publisher {} did not leave within {}", name, LEAVE_TIMEOUT);
        }
        fail(left, closedException());
    }

    private CompletableFuture<Void> accept(OutgoingMessage message) {
        PendingMessage pending = new PendingMessage(message, System.nanoTime());
        CompletableFuture<Void> promise = pending.promise();
        promise.whenComplete(
                (done, failure) -> {
                    if (promise.isCancelled()) {
                        withdraw(pending);
                    }
                });
        synchronized (this) {
            if (!closed) {
                unsettled.add(pending);
                if (up) {
                    send(pending);
                }
                return promise;
            }
        }
        fail(List.of(pending), closedException());
        return promise;
    }

    private static MqttPublishException closedException() {
        return new MqttPublishException("the MQTT publisher was closed", null);
    }

    private synchronized void connect() {
        if (closed) {
            return;
        }
        int number = ++linkNumber;
        try {
            link = links.open(new Attempt(number));
        } catch (RuntimeException e) {
            onLost(number, new ConnectionFault(true, "cannot even begin to connect: " + e, e));
        }
    }

    private void send(PendingMessage pending) {
        int number = linkNumber;
        pending.sentOn(number);
        tally.sent();
        link.publish(pending.message(), pending.expiryS(System.nanoTime()))
                .whenComplete((done, failure) -> onAnswer(pending, failure));
    }

    /** An answer counts whichever link it came over; without one the next link sends again. */
    private void onAnswer(PendingMessage pending, Throwable failure) {
        if (failure instanceof LinkLostException || !take(pending)) {
            return;
        }
        if (failure == null) {
            tally.acknowledged();
            settle(pending);
        } else {
            fail(List.of(pending), failure);
        }
    }

    private synchronized boolean take(PendingMessage pending) {
        return unsettled.remove(pending);
    }

    /** What is on the wire keeps its room until it is answered, or its link is gone. */
    private void withdraw(PendingMessage pending) {
        boolean taken;
        synchronized (this) {
            boolean onTheWire = up && pending.wasSentOn(linkNumber);
            taken = !onTheWire && unsettled.remove(pending);
        }
        if (taken) {
            room.release();
        }
    }

    private void settle(PendingMessage pending) {
        room.release();
        pending.promise().complete(null);
    }

    private void fail(List<PendingMessage> messages, Throwable failure) {
        for (PendingMessage pending : messages) {
            tally.failed();
            room.release();
            pending.promise().completeExceptionally(failure);
        }
    }

    private List<PendingMessage> takeAll() {
        List<PendingMessage> all = List.copyOf(unsettled);
        unsettled.clear();
        return all;
    }

    private void onUp(int number) {
        List<PendingMessage> tooOld;
        synchronized (this) {
            if (number != linkNumber) {
                return;
            }
            up = true;
            upSinceNs = System.nanoTime();
            tooOld = takeWithdrawnAndExpired();
            List.copyOf(unsettled).forEach(this::send);
        }
        LOG.info("MQTT publisher {} is connected", name);
        tooOld.forEach(this::settle);
    }

    private List<PendingMessage> takeWithdrawnAndExpired() {
        List<PendingMessage> taken = new ArrayList<>();
        for (PendingMessage pending : unsettled) {
            boolean expired = pending.isExpired(upSinceNs);
            if (expired) {
                tally.expired();
            }
            if (expired || pending.promise().isDone()) {
                taken.add(pending);
            }
        }
        taken.forEach(unsettled::remove);
        return taken;
    }

    private synchronized void onLost(int number, ConnectionFault fault) {
        if (number != linkNumber) {
            return;
        }
        if (up && System.nanoTime() - upSinceNs > PROVED_GOOD_NS) {
            backoff.reset();
        }
        invalidate();
        tally.lost(fault.reason());
        long pauseMs = fault.fatal() ? longestPause.toMillis() : backoff.nextPauseMs();
        LOG.warn(
                "MQTT publisher {} lost its connection ({}); next attempt in {} ms",
                name,
                fault.reason(),
                pauseMs);
        timer.schedule(this::connect, pauseMs, TimeUnit.MILLISECONDS);
        if (fault.fatal()) {
            List<PendingMessage> hopeless = takeAll();
            MqttPublishException failure = new MqttPublishException(fault.reason(), fault.cause());
            // Not under the lock, under which this may run: promises call strangers. And not on the
            // timer, which forgets its tasks when the publisher is closed.
            CompletableFuture.runAsync(() -> fail(hopeless, failure));
        }
    }

    private void invalidate() {
        linkNumber++;
        up = false;
    }

    /** Hears of one link, and knows by its number whether anybody still cares. */
    private final class Attempt implements PublishLink.Listener {

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
