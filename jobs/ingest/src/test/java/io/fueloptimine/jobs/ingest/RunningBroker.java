package io.fueloptimine.jobs.ingest;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A broker process that a test can save, kill, stop and restart.
 *
 * @param data the folder that survives restarts
 * @param inflightWindow unacknowledged messages per session
 * @param saving makes the broker write its state to disk now
 */
record RunningBroker(
        BrokerKind kind,
        Path data,
        int inflightWindow,
        int port,
        Saving saving,
        Runnable killing,
        Runnable stopping)
        implements AutoCloseable {

    /** Writes the broker's state to disk. */
    @FunctionalInterface
    interface Saving {
        void run() throws IOException;
    }

    void save() throws IOException {
        saving.run();
    }

    /** Kills the process (SIGKILL). */
    void kill() {
        killing.run();
    }

    /** Starts a killed or closed broker again, with the same port and data. */
    RunningBroker startAgain() throws IOException {
        return kind.start(port, data, inflightWindow);
    }

    @Override
    public void close() {
        stopping.run();
    }
}
