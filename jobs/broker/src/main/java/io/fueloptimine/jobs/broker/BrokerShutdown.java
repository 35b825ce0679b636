package io.fueloptimine.jobs.broker;

import com.hivemq.embedded.EmbeddedHiveMQ;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/** Stops the broker cleanly, so that its stores are closed, when the process is to end. */
final class BrokerShutdown {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerShutdown.class);

    private final CountDownLatch stdinClosed = new CountDownLatch(1);

    BrokerShutdown(EmbeddedHiveMQ hiveMq, boolean untilStdinCloses) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(hiveMq), "stop-broker"));
        if (untilStdinCloses) {
            ignoreTerminalSignals();
            Thread watcher = new Thread(this::awaitEndOfStdin, "watch-stdin");
            watcher.setDaemon(true);
            watcher.start();
        }
    }

    /** Waits until standard input is closed; for ever if that is not watched. */
    void await() throws InterruptedException {
        stdinClosed.await();
    }

    /**
     * SIGINT and SIGHUP reach every process of a terminal at once. They are ignored here, because
     * the parent process stops the broker's clients first and then closes this standard input.
     */
    private static void ignoreTerminalSignals() {
        Signal.handle(new Signal("INT"), SignalHandler.SIG_IGN);
        Signal.handle(new Signal("HUP"), SignalHandler.SIG_IGN);
    }

    private void awaitEndOfStdin() {
        try {
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            LOG.info("Cannot read standard input; stopping as if it were closed", e);
        }
        stdinClosed.countDown();
    }

    private static void stop(EmbeddedHiveMQ hiveMq) {
        try {
            hiveMq.stop().get();
        } catch (ExecutionException e) {
            LOG.error("The broker did not stop cleanly", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
