package io.fueloptimine.jobs.simulator.assignment;

import io.fueloptimine.jobs.simulator.publish.PublishSettings;
import io.fueloptimine.models.mine.dispatch.AssignmentMessage;
import io.fueloptimine.models.mine.input.MineJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Subscribes to the assignments of all trucks of a site, as the tablets in truck cabs do, and
 * passes each assignment to the mine.
 *
 * <p>Faults do not stop the mine. An unreadable message is counted and logged. After a lost
 * connection, the subscriber connects again with a new client. Thread-safe.
 */
public final class AssignmentSubscriber implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AssignmentSubscriber.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final int LOGGED_BYTES = 200;

    private final AssignmentConnection.Opener opener;
    private final Consumer<AssignmentMessage> mine;
    private final Duration retry;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(AssignmentSubscriber::thread);
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong unreadable = new AtomicLong();
    private AssignmentConnection connection;
    private boolean closed;

    AssignmentSubscriber(
            AssignmentConnection.Opener opener, Consumer<AssignmentMessage> mine, Duration retry) {
        this.opener = opener;
        this.mine = mine;
        this.retry = retry;
    }

    /**
     * Creates a subscriber; {@link #start} connects to the broker.
     *
     * @param site the site whose assignments the subscriber receives
     * @param mine the consumer of the assignments, which is called on the threads of the MQTT
     *     client
     */
    public static AssignmentSubscriber of(
            PublishSettings settings, String site, Consumer<AssignmentMessage> mine) {
        return new AssignmentSubscriber(
                listener -> MqttAssignmentConnection.open(settings, site, listener), mine, RETRY);
    }

    /** Starts to connect, and returns without waiting for the connection. */
    public void start() {
        timer.execute(this::connect);
    }

    /** The counts of messages since {@link #start}. */
    public AssignmentCounts counts() {
        return new AssignmentCounts(received.get(), unreadable.get());
    }

    @Override
    public synchronized void close() {
        closed = true;
        timer.shutdownNow();
        if (connection != null) {
            connection.close();
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "assignment-subscriber");
        thread.setDaemon(true);
        return thread;
    }

    private synchronized void connect() {
        if (!closed) {
            connection = opener.open(new Events());
        }
    }

    private synchronized void connectLater(String reason) {
        if (!closed) {
            LOG.warn("the subscription to assignments was lost, connecting again: {}", reason);
            timer.schedule(this::connect, retry.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void receive(byte[] payload) {
        Optional<AssignmentMessage> assignment = read(payload);
        if (assignment.isPresent()) {
            received.incrementAndGet();
            mine.accept(assignment.get());
        } else {
            unreadable.incrementAndGet();
            LOG.warn("not a valid assignment: {}", printable(payload));
        }
    }

    /** The assignment in the payload; empty when the payload is not a complete assignment. */
    static Optional<AssignmentMessage> read(byte[] json) {
        try {
            AssignmentMessage message = MineJson.fromBytes(json, AssignmentMessage.class);
            return Optional.ofNullable(message).filter(AssignmentSubscriber::isComplete);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isComplete(AssignmentMessage message) {
        return message.equipmentId() != null
                && message.requests() != null
                && !message.requests().isEmpty()
                && message.requests().stream()
                        .allMatch(
                                request ->
                                        request != null
                                                && request.assignmentId() != null
                                                && request.task() != null);
    }

    private static String printable(byte[] payload) {
        String text =
                new String(
                        payload, 0, Math.min(payload.length, LOGGED_BYTES), StandardCharsets.UTF_8);
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    /** Handles the events of one connection. */
    private final class Events implements AssignmentConnection.Listener {

        @Override
        public void received(byte[] payload) {
            receive(payload);
        }

        @Override
        public void lost(String reason) {
            connectLater(reason);
        }
    }
}
