package io.fueloptimine.jobs.simulator;

import io.fueloptimine.jobs.simulator.assignment.AssignmentCounts;
import io.fueloptimine.jobs.simulator.assignment.AssignmentSubscriber;
import io.fueloptimine.jobs.simulator.publish.LinkException;
import io.fueloptimine.jobs.simulator.publish.MessagePublisher;
import io.fueloptimine.jobs.simulator.publish.MqttPublisher;
import io.fueloptimine.jobs.simulator.publish.MqttSettings;
import io.fueloptimine.jobs.simulator.publish.PublishCounts;
import io.fueloptimine.models.mine.AssignmentMessage;
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
 * The mine, running: machines work on their own clock, speak MQTT and obey dispatch.
 *
 * <p>A thread of its own keeps mine time at the wanted multiple of wall time; where the machine or
 * the broker is too slow, mine time lags and nothing is dropped. Its state survives a stop and,
 * with a jump of its clock and its sequence numbers, any other end. One start and one stop each;
 * the methods may be called from any thread.
 */
public final class MineSimulation implements AutoCloseable {

    /** How the mine reaches the outside; tests put something else there. */
    interface Outlets {
        MessagePublisher open(MqttSettings settings) throws LinkException, InterruptedException;

        /** Where dispatch is heard; empty when nobody dispatches. */
        default Optional<AssignmentSubscriber> listen(
                SimulationSettings settings, Consumer<AssignmentMessage> mine) {
            return Optional.empty();
        }
    }

    /** The broker, for both ways. */
    private static final class Broker implements Outlets {

        @Override
        public MessagePublisher open(MqttSettings settings)
                throws LinkException, InterruptedException {
            return MqttPublisher.connect(settings);
        }

        @Override
        public Optional<AssignmentSubscriber> listen(
                SimulationSettings settings, Consumer<AssignmentMessage> mine) {
            return Optional.of(
                    AssignmentSubscriber.at(settings.mqtt(), settings.site().site(), mine));
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(MineSimulation.class);
    private static final Duration DEFAULT_STOP_LIMIT = Duration.ofSeconds(60);
    private static final long SAVE_EVERY_NS = TimeUnit.SECONDS.toNanos(2);
    private static final int MAX_WAITING_ASSIGNMENTS = 10_000;

    private final SimulationSettings settings;
    private final Outlets outlets;
    private final BlockingQueue<AssignmentMessage> assignments =
            new LinkedBlockingQueue<>(MAX_WAITING_ASSIGNMENTS);
    private final CountDownLatch stopAsked = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "mine");
    private volatile MessagePublisher outlet;
    private volatile MineRun mine;
    private volatile Optional<AssignmentSubscriber> listener = Optional.empty();
    private boolean stopped;
    private volatile long startedNs;
    private volatile long endedNs;
    private volatile Throwable failure;

    /** A mine at rest; {@link #start()} sets it to work. */
    public MineSimulation(SimulationSettings settings) {
        this(settings, new Broker());
    }

    MineSimulation(SimulationSettings settings, Outlets outlets) {
        this.settings = settings;
        this.outlets = outlets;
    }

    /**
     * Sets the mine to work, from the saved state if its folder holds one.
     *
     * @throws MineStateException when the state cannot be used
     * @throws LinkException when the broker cannot be reached
     */
    public synchronized void start() throws LinkException, InterruptedException, IOException {
        if (mine != null) {
            throw new IllegalStateException("the mine was already started");
        }
        StateFile stateFile = new StateFile(settings.stateFolder());
        Optional<SavedMine> last = stateFile.read();
        outlet = outlets.open(settings.mqtt());
        try {
            mine = new MineRun(settings, stateFile, last, outlet, assignments);
            mine.save();
        } catch (IOException | RuntimeException e) {
            outlet.close();
            throw e;
        }
        listener = outlets.listen(settings, this::take);
        listener.ifPresent(AssignmentSubscriber::start);
        startedNs = System.nanoTime();
        thread.start();
    }

    private void take(AssignmentMessage assignment) {
        if (!assignments.offer(assignment)) {
            LOG.warn("too many assignments wait, dropped one for {}", assignment.equipmentId());
        }
    }

    /** The mine now; to be asked after {@link #start()} only. */
    public SimulationStatus figures() {
        if (mine == null) {
            throw new IllegalStateException("the mine was not started");
        }
        PublishCounts thisRun = outlet.figures();
        return new SimulationStatus(
                mine.mineTime(),
                speedUpReached(),
                mine.published(thisRun),
                thisRun,
                mine.deliveryFigures(),
                listener.map(AssignmentSubscriber::figures).orElse(new AssignmentCounts(0, 0)),
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
     * The moment in mine time from which the scenario's offsets count; to be asked after {@link
     * #start()} only.
     */
    public Instant scenarioStart() {
        if (mine == null) {
            throw new IllegalStateException("the mine was not started");
        }
        return mine.scenarioStart();
    }

    /** What stopped the mine by itself; empty while it runs or after an orderly stop. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /**
     * Stops the mine, delivers what radio shadows hold, waits until all is acknowledged, and writes
     * the state. A second call does nothing.
     *
     * @param limit how long all this may take
     * @return whether everything was acknowledged
     */
    public synchronized boolean stop(Duration limit) throws InterruptedException, IOException {
        if (mine == null || stopped) {
            return mine == null || outlet.figures().pending() == 0;
        }
        stopped = true;
        stopAsked.countDown();
        listener.ifPresent(AssignmentSubscriber::close);
        try {
            return bringIn(System.nanoTime() + limit.toNanos());
        } finally {
            outlet.close();
        }
    }

    private boolean bringIn(long deadlineNs) throws InterruptedException, IOException {
        boolean ended = awaitEnd(deadlineNs);
        long leftNs = Math.max(0, deadlineNs - System.nanoTime());
        boolean acknowledged = outlet.awaitEmpty(Duration.ofNanos(leftNs)) && ended;
        if (failure == null) {
            mine.saveStopped();
        }
        return acknowledged;
    }

    /** Whether the mine's thread ended by itself; beyond the deadline it is interrupted. */
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

    /** Stops within a minute. */
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
            LOG.warn("the mine was stopped before all of its messages were taken over");
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
            LOG.error("the mine stopped by itself", e);
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
        return stopAsked.await(Math.max(0, waitNs), TimeUnit.NANOSECONDS);
    }
}
