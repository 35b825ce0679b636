package io.fueloptimine.jobs.broker;

import com.hivemq.embedded.EmbeddedHiveMQ;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/** Keeps the broker up until the JVM is told to end, then stops it so that its files are whole. */
final class Lifetime {

    private static final Logger LOG = LoggerFactory.getLogger(Lifetime.class);

    private final CountDownLatch over = new CountDownLatch(1);

    Lifetime(EmbeddedHiveMQ hiveMq, boolean untilStdinCloses) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(hiveMq), "stop-broker"));
        if (untilStdinCloses) {
            leaveTheTerminalToTheParent();
            Thread watcher = new Thread(this::awaitEndOfStdin, "watch-stdin");
            watcher.setDaemon(true);
            watcher.start();
        }
    }

    void await() throws InterruptedException {
        over.await();
    }

    /**
     * Ctrl-C and a closed terminal reach every process of a group at once. The parent stops what
     * still speaks to the broker first, then closes this process's standard input.
     */
    private static void leaveTheTerminalToTheParent() {
        Signal.handle(new Signal("INT"), SignalHandler.SIG_IGN);
        Signal.handle(new Signal("HUP"), SignalHandler.SIG_IGN);
    }

    private void awaitEndOfStdin() {
        try {
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            LOG.info("Standard input broke: stopping as at its end", e);
        }
        over.countDown();
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
