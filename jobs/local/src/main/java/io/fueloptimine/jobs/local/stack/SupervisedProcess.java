package io.fueloptimine.jobs.local.stack;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process that is started again after it has ended, as by an init system. If a start fails, it is
 * repeated after the pause. Thread-safe.
 */
public final class SupervisedProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SupervisedProcess.class);
    private static final Duration CHECK_INTERVAL = Duration.ofMillis(100);

    /** A started process. */
    public interface Running extends AutoCloseable {

        boolean isAlive();

        /** The process id; the id of an ended process if the process has ended. */
        long pid();

        /** Ends the process immediately, without a clean stop. */
        void kill();

        /** Stops the process cleanly. */
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
     * Starts a process and supervises it.
     *
     * @param pause the time between the end of a process and the next start
     * @throws StackException if the first start fails
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

    /** The name of the process in logs and messages. */
    public String name() {
        return name;
    }

    public synchronized boolean isAlive() {
        return running.isAlive();
    }

    /** The process id of the last start. */
    public synchronized long pid() {
        return running.pid();
    }

    /** The number of times that the process was started. */
    public synchronized int starts() {
        return starts;
    }

    /** Ends the process immediately; the supervisor starts it again. */
    public synchronized void kill() {
        running.kill();
    }

    /** Stops the process and the supervisor. */
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
            while (staysOpenFor(CHECK_INTERVAL)) {
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

    /**
     * Starts the process without holding the lock of this object, because a start can take long and
     * {@link #isAlive} must not wait for it.
     */
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
