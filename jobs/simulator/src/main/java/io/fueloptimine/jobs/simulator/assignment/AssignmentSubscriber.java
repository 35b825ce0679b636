package io.fueloptimine.jobs.simulator.assignment;

import io.fueloptimine.jobs.simulator.publish.MqttSettings;
import io.fueloptimine.models.mine.AssignmentMessage;
import io.fueloptimine.models.mine.MineJson;
import java.io.IOException;
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
 * Hears the assignments of all trucks, as the tablets in their cabs would, and hands each on.
 *
 * <p>Nothing that comes over MQTT, and no absence of it, stops the mine: what cannot be read is
 * counted, a broker that is away is tried again with a fresh client. Thread-safe.
 */
public final class AssignmentSubscriber implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AssignmentSubscriber.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final int LOGGED_BYTES = 200;

    private final AssignmentLink.Opener links;
    private final Consumer<AssignmentMessage> mine;
    private final Duration retry;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(AssignmentSubscriber::thread);
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong unreadable = new AtomicLong();
    private AssignmentLink link;
    private boolean closed;

    AssignmentSubscriber(
            AssignmentLink.Opener links, Consumer<AssignmentMessage> mine, Duration retry) {
        this.links = links;
        this.mine = mine;
        this.retry = retry;
    }

    /**
     * A listener at a broker; {@link #start()} begins to listen.
     *
     * @param site whose assignments
     * @param mine takes the assignments, on the client's threads
     */
    public static AssignmentSubscriber at(
            MqttSettings broker, String site, Consumer<AssignmentMessage> mine) {
        return new AssignmentSubscriber(
                listener -> HiveMqAssignmentLink.open(broker, site, listener), mine, RETRY);
    }

    public void start() {
        timer.execute(this::listen);
    }

    /** What came so far. */
    public AssignmentCounts figures() {
        return new AssignmentCounts(received.get(), unreadable.get());
    }

    /** Stops listening. */
    @Override
    public synchronized void close() {
        closed = true;
        timer.shutdownNow();
        if (link != null) {
            link.close();
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "assignment-listener");
        thread.setDaemon(true);
        return thread;
    }

    private synchronized void listen() {
        if (!closed) {
            link = links.open(new Ear());
        }
    }

    private synchronized void listenLater(String reason) {
        if (!closed) {
            LOG.warn("no assignments for now, MQTT: {}", reason);
            timer.schedule(this::listen, retry.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void hear(byte[] payload) {
        Optional<AssignmentMessage> assignment = read(payload);
        if (assignment.isPresent()) {
            received.incrementAndGet();
            mine.accept(assignment.get());
        } else {
            unreadable.incrementAndGet();
            LOG.warn("no assignment: {}", shown(payload));
        }
    }

    /** The assignment in the bytes; empty when there is none that a truck could follow. */
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

    private static String shown(byte[] value) {
        String text = new String(value, 0, Math.min(value.length, LOGGED_BYTES));
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    /** Listens to one link. */
    private final class Ear implements AssignmentLink.Listener {

        @Override
        public void heard(byte[] payload) {
            hear(payload);
        }

        @Override
        public void lost(String reason) {
            listenLater(reason);
        }
    }
}
