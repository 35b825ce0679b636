package io.fueloptimine.jobs.simulator;

import io.fueloptimine.jobs.simulator.assignment.AssignmentCounts;
import io.fueloptimine.jobs.simulator.assignment.AssignmentSubscriber;
import io.fueloptimine.jobs.simulator.publish.BrokerUnreachableException;
import io.fueloptimine.jobs.simulator.publish.MessagePublisher;
import io.fueloptimine.jobs.simulator.publish.MqttMessagePublisher;
import io.fueloptimine.jobs.simulator.publish.PublishCounts;
import io.fueloptimine.jobs.simulator.publish.PublishSettings;
import io.fueloptimine.models.mine.dispatch.AssignmentMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a simulated mine against an MQTT broker: machines publish messages and carry out
 * assignments.
 *
 * <p>A separate thread advances simulated time at a multiple of wall time. When the host or the
 * broker is too slow, simulated time falls behind, but no message is dropped. After a regular stop,
 * the next start continues from the saved state. After a crash, the next start skips some simulated
 * time and some sequence numbers, so that no sequence number is used twice. A simulation object can
 * be started and stopped only once. Thread-safe.
 */
public final class MineSimulation implements AutoCloseable {

    /** Opens the connections to the broker; tests replace this interface. */
    interface Connections {
        MessagePublisher openPublisher(PublishSettings settings)
                throws BrokerUnreachableException, InterruptedException;

        /** Creates the subscription to assignments; empty when the mine receives no assignments. */
        default Optional<AssignmentSubscriber> subscribe(
                SimulationSettings settings, Consumer<AssignmentMessage> mine) {
            return Optional.empty();
        }
    }

    /** Opens connections to the broker that the settings name. */
    private static final class BrokerConnections implements Connections {

        @Override
        public MessagePublisher openPublisher(PublishSettings settings)
                throws BrokerUnreachableException, InterruptedException {
            return MqttMessagePublisher.connect(settings);
        }

        @Override
        public Optional<AssignmentSubscriber> subscribe(
                SimulationSettings settings, Consumer<AssignmentMessage> mine) {
            return Optional.of(
                    AssignmentSubscriber.of(settings.mqtt(), settings.site().site(), mine));
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(MineSimulation.class);
    private static final Duration DEFAULT_STOP_LIMIT = Duration.ofSeconds(60);
    private static final long SAVE_EVERY_NS = TimeUnit.SECONDS.toNanos(2);
    private static final int MAX_WAITING_ASSIGNMENTS = 10_000;

    private final SimulationSettings settings;
    private final Connections connections;
    private final BlockingQueue<AssignmentMessage> assignments =
            new LinkedBlockingQueue<>(MAX_WAITING_ASSIGNMENTS);
    private final CountDownLatch stopRequested = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "mine");
    private volatile MessagePublisher publisher;
    private volatile MineRun mine;
    private volatile Optional<AssignmentSubscriber> subscriber = Optional.empty();
    private boolean stopped;
    private volatile long startedNs;
    private volatile long endedNs;
    private volatile Throwable failure;

    /** A simulation that has not started. */
    public MineSimulation(SimulationSettings settings) {
        this(settings, new BrokerConnections());
    }

    MineSimulation(SimulationSettings settings, Connections connections) {
        this.settings = settings;
        this.connections = connections;
    }

    /**
     * Starts the mine, from the saved state if there is one.
     *
     * @throws MineStateException when the state cannot be used
     * @throws BrokerUnreachableException when the broker cannot be reached
     */
    public synchronized void start()
            throws BrokerUnreachableException, InterruptedException, IOException {
        if (mine != null) {
            throw new IllegalStateException("the mine was already started");
        }
        StateFile stateFile = new StateFile(settings.stateFolder());
        Optional<SavedMine> last = stateFile.read();
        publisher = connections.openPublisher(settings.mqtt());
        try {
            mine = new MineRun(settings, stateFile, last, publisher, assignments);
            mine.save();
        } catch (IOException | RuntimeException e) {
            publisher.close();
            throw e;
        }
        subscriber = connections.subscribe(settings, this::enqueue);
        subscriber.ifPresent(AssignmentSubscriber::start);
        startedNs = System.nanoTime();
        thread.start();
    }

    private void enqueue(AssignmentMessage assignment) {
        if (!assignments.offer(assignment)) {
            LOG.warn(
                    "more than {} assignments are waiting, dropping one for {}",
                    MAX_WAITING_ASSIGNMENTS,
                    assignment.equipmentId());
        }
    }

    /** The current state of the simulation. Must not be called before {@link #start()}. */
    public SimulationStatus status() {
        if (mine == null) {
            throw new IllegalStateException("the mine was not started");
        }
        PublishCounts thisRun = publisher.counts();
        return new SimulationStatus(
                mine.mineTime(),
                speedUpReached(),
                mine.published(thisRun),
                thisRun,
                mine.deliveryCounts(),
                subscriber.map(AssignmentSubscriber::counts).orElse(new AssignmentCounts(0, 0)),
                mine.pitCounts(),
                mine.uncleanEnds());
    }

    private double speedUpReached() {
        long untilNs = endedNs == 0 ? System.nanoTime() : endedNs;
        double wallS = (untilNs - startedNs) / 1e9;
        double mineS = Duration.between(mine.resumedAt(), mine.mineTime()).toMillis() / 1e3;
        return wallS > 0 ? mineS / wallS : 0;
    }

    /**
     * The simulated time at which the scenario begins; the scenario's faults start relative to this
     * time. Must not be called before {@link #start()}.
     */
    public Instant scenarioStart() {
        if (mine == null) {
            throw new IllegalStateException("the mine was not started");
        }
        return mine.scenarioStart();
    }

    /** The failure that ended the mine; empty while it runs and after a stop. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /**
     * Stops the mine, publishes the messages that are held for lack of radio coverage, waits for
     * all acknowledgements and saves the state. A second call does nothing.
     *
     * @param limit time limit for the whole method
     * @return whether all messages were acknowledged
     */
    public synchronized boolean stop(Duration limit) throws InterruptedException, IOException {
        if (mine == null || stopped) {
            return mine == null || publisher.counts().pending() == 0;
        }
        stopped = true;
        stopRequested.countDown();
        subscriber.ifPresent(AssignmentSubscriber::close);
        try {
            return finish(System.nanoTime() + limit.toNanos());
        } finally {
            publisher.close();
        }
    }

    private boolean finish(long deadlineNs) throws InterruptedException, IOException {
        boolean ended = awaitEnd(deadlineNs);
        long leftNs = Math.max(0, deadlineNs - System.nanoTime());
        boolean acknowledged = publisher.awaitAnswers(Duration.ofNanos(leftNs)) && ended;
        if (failure == null) {
            mine.saveStopped();
        }
        return acknowledged;
    }

    /**
     * Waits for the end of the mine's thread, and interrupts the thread at the deadline. Returns
     * whether the thread ended.
     */
    private boolean awaitEnd(long deadlineNs) throws InterruptedException {
        long leftMs = TimeUnit.NANOSECONDS.toMillis(deadlineNs - System.nanoTime());
        thread.join(Math.max(1, leftMs));
        boolean ended = !thread.isAlive();
        if (!ended) {
            thread.interrupt();
            thread.join();
        }
        return ended;
    }

    /** Stops the mine with a limit of one minute. */
    @Override
    public void close() throws IOException {
        try {
            stop(DEFAULT_STOP_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            work();
            mine.releaseHeld();
        } catch (InterruptedException e) {
            LOG.warn("the mine was interrupted before all of its messages were published");
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
            LOG.error("the mine failed", e);
        } finally {
            endedNs = System.nanoTime();
        }
    }

    private void work() throws InterruptedException, IOException {
        Pace pace = new Pace(settings.speedUp(), mine.mineTime(), System.nanoTime());
        long savedNs = System.nanoTime();
        while (!stopWithin(pace.waitNs(mine.mineTime(), System.nanoTime()))) {
            if (mine.mineTime().isBefore(pace.target(mine.mineTime(), System.nanoTime()))) {
                mine.nextSecond();
            }
            if (System.nanoTime() - savedNs > SAVE_EVERY_NS) {
                mine.save();
                savedNs = System.nanoTime();
            }
        }
    }

    private boolean stopWithin(long waitNs) throws InterruptedException {
        return stopRequested.await(Math.max(0, waitNs), TimeUnit.NANOSECONDS);
    }
}
