package io.fueloptimine.jobs.local.stack;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process that is started again when it dies, as an init system would do. Thread-safe.
 *
 * <p>A start that fails is tried again, after the same pause.
 */
public final class SupervisedProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SupervisedProcess.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    /** A process while it lives. */
    public interface Running extends AutoCloseable {

        boolean isAlive();

        /** Ends it at once, as a power cut would. */
        void kill();

        /** Ends it cleanly. */
        @Override
        void close();
    }

    /** Starts the process. */
    @FunctionalInterface
    public interface Start {
        Running start() throws IOException;
    }

    private final String name;
    private final Start start;
    private final Duration pause;
    private final Thread supervisor;
    private Running running;
    private boolean closed;
    private int starts;

    private SupervisedProcess(String name, Start start, Duration pause) {
        this.name = name;
        this.start = start;
        this.pause = pause;
        this.supervisor = new Thread(this::supervise, "supervise-" + name);
        this.supervisor.setDaemon(true);
    }

    /**
     * Starts a process and watches it.
     *
     * @param pause from its death to its next start
     * @throws StackException when the first start fails
     */
    public static SupervisedProcess start(String name, Start start, Duration pause) {
        SupervisedProcess process = new SupervisedProcess(name, start, pause);
        try {
            process.startNow();
        } catch (IOException e) {
            throw new StackException(name + " cannot start: " + e.getMessage(), e);
        }
        process.supervisor.start();
        return process;
    }

    /** What it is. */
    public String name() {
        return name;
    }

    public synchronized boolean isAlive() {
        return running.isAlive();
    }

    /** How often it was started so far. */
    public synchronized int starts() {
        return starts;
    }

    /** Ends it at once; it comes back by itself. */
    public synchronized void kill() {
        running.kill();
    }

    /** Ends it for good. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            supervisor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            running.close();
        }
    }

    private void supervise() {
        try {
            while (staysOpenFor(LOOK_EVERY)) {
                if (!isAlive() && staysOpenFor(pause)) {
                    startAgain();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void startAgain() {
        try {
            startNow();
            LOG.info("{} was started again", name);
        } catch (IOException e) {
            LOG.warn("{} does not start, next attempt in {}", name, pause, e);
        }
    }

    /** Outside the lock: a start may take long, and who asks whether it lives must not wait. */
    private void startNow() throws IOException {
        Running next = start.start();
        synchronized (this) {
            running = next;
            starts++;
        }
    }

    private synchronized boolean staysOpenFor(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (!closed) {
            long leftMs = (end - System.nanoTime()) / 1_000_000;
            if (leftMs <= 0) {
                return true;
            }
            wait(leftMs);
        }
        return false;
    }
}
