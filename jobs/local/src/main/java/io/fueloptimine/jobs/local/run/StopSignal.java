package io.fueloptimine.jobs.local.run;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Stops a command at SIGINT (Ctrl-C), SIGTERM or SIGHUP. Thread-safe.
 *
 * <ul>
 *   <li>Before {@link #started()}, the first signal ends all child processes and interrupts the
 *       thread that starts the parts of the command. This thread then closes the parts. After 3 s,
 *       child processes are killed and the JVM is halted; the state on disk remains usable, as
 *       after a crash.
 *   <li>After {@link #started()}, the first signal requests a stop, which may take up to 4 min.
 *   <li>A second signal ends child processes and the JVM immediately.
 * </ul>
 *
 * <p>The exit code is 128 plus the number of the signal, as in a shell.
 */
public final class StopSignal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StopSignal.class);

    private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");
    private static final int SIGNAL_EXIT_CODE = 128;
    private static final Duration START_LIMIT = Duration.ofSeconds(3);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(4);

    private final Thread starter = Thread.currentThread();
    private final CountDownLatch requested = new CountDownLatch(1);
    private final Map<Signal, SignalHandler> handlersBefore = new HashMap<>();
    private boolean started;
    private int exitCode;

    /**
     * Creates a stop signal that does not react to signals of the operating system. The calling
     * thread must be the thread that starts the parts of the command.
     */
    public StopSignal() {}

    /**
     * Creates a stop signal that handles the signals of the operating system until {@link #close}.
     * The calling thread must be the thread that starts the parts of the command.
     */
    public static StopSignal onSignals() {
        StopSignal stop = new StopSignal();
        for (String name : SIGNALS) {
            Signal signal = new Signal(name);
            stop.handlersBefore.put(
                    signal, Signal.handle(signal, given -> stop.request(given.getNumber())));
        }
        return stop;
    }

    /**
     * Declares that all parts have started. From now on, a stop has the longer time limit.
     *
     * @throws InterruptedException if a stop is already requested
     */
    public synchronized void started() throws InterruptedException {
        if (isRequested()) {
            throw new InterruptedException("stopped before the start was complete");
        }
        started = true;
    }

    /** Whether a stop was requested before {@link #started()} was called. */
    public synchronized boolean endedTheStart() {
        return isRequested() && !started;
    }

    /** Whether a stop is requested. */
    public boolean isRequested() {
        return requested.getCount() == 0;
    }

    /**
     * Waits for the given time or until the stop is requested; returns whether the stop is
     * requested.
     */
    public boolean isRequestedWithin(Duration time) throws InterruptedException {
        return requested.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The exit code of the requested stop; 0 if none is requested. */
    public synchronized int exitCode() {
        return exitCode;
    }

    /** Restores the JVM's previous signal handlers. */
    @Override
    public void close() {
        handlersBefore.forEach(Signal::handle);
    }

    private synchronized void request(int signal) {
        if (isRequested()) {
            halt();
        }
        exitCode = SIGNAL_EXIT_CODE + signal;
        haltAfter(started ? STOP_LIMIT : START_LIMIT);
        requested.countDown();
        if (!started) {
            // A thread of a part that is closed while it starts may fail. Its trace would only
            // show that the part was stopped.
            Thread.setDefaultUncaughtExceptionHandler(
                    (thread, e) -> LOG.info("{} ended while stopping: {}", thread.getName(), e));
            ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
            starter.interrupt();
        }
    }

    private void haltAfter(Duration limit) {
        Thread limiter =
                new Thread(
                        () -> {
                            try {
                                Thread.sleep(limit.toMillis());
                            } catch (InterruptedException e) {
                                LOG.info("The limit of the stop was interrupted");
                            }
                            halt();
                        },
                        "stop-limit");
        limiter.setDaemon(true);
        limiter.start();
    }

    private void halt() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        Runtime.getRuntime().halt(exitCode);
    }
}
