package io.fueloptimine.jobs.soak;

import io.fueloptimine.connectors.mqtt.connection.MqttConnectionSettings;
import io.fueloptimine.connectors.mqtt.publisher.MessageRefusedException;
import io.fueloptimine.connectors.mqtt.publisher.MqttPublisher;
import io.fueloptimine.connectors.mqtt.publisher.MqttPublisherSettings;
import io.fueloptimine.models.mine.OutgoingMessage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the fleet's messages over several MQTT connections until the broker has accepted each
 * message.
 *
 * <p>A message is sent again after a lost connection, and when the broker has no subscription for
 * it. After a restart, Mosquitto restores a shared subscription only when the subscriber
 * reconnects, and drops messages that are published before. The number of unaccepted messages is
 * limited; {@link #publish} blocks when the limit is reached. Thread-safe.
 */
final class FleetPublisher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FleetPublisher.class);
    private static final int CONNECTIONS = 4;
    private static final int MAX_IN_FLIGHT = 500;
    private static final int MAX_PENDING = 10_000;
    private static final Duration INITIAL_BACKOFF = Duration.ofMillis(100);
    private static final Duration MAX_BACKOFF = Duration.ofSeconds(2);
    private static final long RETRY_PAUSE_MS = 200;

    private final List<MqttPublisher> publishers;
    private final Semaphore permits = new Semaphore(MAX_PENDING);
    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final AtomicBoolean refusalReported = new AtomicBoolean();
    private final ScheduledExecutorService retries =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "soak-retries");
                        thread.setDaemon(true);
                        return thread;
                    });

    private FleetPublisher(List<MqttPublisher> publishers) {
        this.publishers = publishers;
    }

    /**
     * Starts to connect to a broker on the loopback address, and returns without waiting for the
     * connection.
     */
    static FleetPublisher open(int port) {
        MqttConnectionSettings broker = MqttConnectionSettings.plain("127.0.0.1", port);
        return new FleetPublisher(
                IntStream.range(0, CONNECTIONS)
                        .mapToObj(i -> MqttPublisherSettings.of(broker, "soak-" + i))
                        .map(MqttPublisherSettings::requiringSubscribers)
                        .map(settings -> settings.withMaxInFlight(MAX_IN_FLIGHT))
                        .map(settings -> settings.withBackoff(INITIAL_BACKOFF, MAX_BACKOFF))
                        .map(MqttPublisher::open)
                        .toList());
    }

    /** Sends a message. All messages of a machine use the same connection. */
    void publish(String machineId, OutgoingMessage message) throws InterruptedException {
        permits.acquire();
        send(publishers.get(Math.floorMod(machineId.hashCode(), CONNECTIONS)), message);
    }

    /** Number of messages that the broker has accepted. */
    long acknowledged() {
        return acknowledged.sum();
    }

    /**
     * Number of messages that were passed to {@link #publish} but that the broker has not yet
     * accepted.
     */
    int pending() {
        return MAX_PENDING - permits.availablePermits();
    }

    /** How often messages were sent again. The number is final when no message is pending. */
    long resent() {
        long sent = publishers.stream().mapToLong(publisher -> publisher.counts().sent()).sum();
        return Math.max(0, sent - acknowledged.sum() - refused.sum() - pending());
    }

    /**
     * Waits until no message is pending. Returns false if messages are still pending after the time
     * limit.
     */
    boolean awaitEmpty(Duration limit) throws InterruptedException {
        if (!permits.tryAcquire(MAX_PENDING, limit.toNanos(), TimeUnit.NANOSECONDS)) {
            return false;
        }
        permits.release(MAX_PENDING);
        return true;
    }

    @Override
    public void close() {
        retries.shutdownNow();
        publishers.forEach(MqttPublisher::close);
    }

    private void send(MqttPublisher publisher, OutgoingMessage message)
            throws InterruptedException {
        publisher
                .publish(message)
                .whenComplete((done, failure) -> settle(publisher, message, failure));
    }

    private void settle(MqttPublisher publisher, OutgoingMessage message, Throwable failure) {
        if (failure == null) {
            acknowledged.increment();
            permits.release();
        } else if (failure instanceof MessageRefusedException) {
            refused.increment();
            permits.release();
            if (refusalReported.compareAndSet(false, true)) {
                LOG.error("The broker refuses messages, the first on {}", message.topic(), failure);
            }
        } else if (!retries.isShutdown()) {
            retries.schedule(
                    () -> sendAgain(publisher, message), RETRY_PAUSE_MS, TimeUnit.MILLISECONDS);
        }
    }

    private void sendAgain(MqttPublisher publisher, OutgoingMessage message) {
        try {
            send(publisher, message);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
