package io.fueloptimine.jobs.broker;

import com.hivemq.embedded.EmbeddedHiveMQ;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/** Stops the broker cleanly before the process ends, so that the broker closes its stores. */
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

    /**
     * Waits until standard input is closed. Without the option {@code --until-stdin-closes} the
     * method waits for ever.
     */
    void await() throws InterruptedException {
        stdinClosed.await();
    }

    /**
     * Ignores SIGINT and SIGHUP, which every process of a terminal receives. The parent process
     * first stops the broker's clients and then closes the broker's standard input.
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
