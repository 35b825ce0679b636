package io.fueloptimine.jobs.ingest;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A broker in a process of its own that a test may save, kill, stop and start again.
 *
 * @param data what it keeps over restarts
 * @param inflightWindow messages that one session may hold unacknowledged
 * @param saving makes it write to disk what it would otherwise write later
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

    /** Writes to disk; may fail as any writing may. */
    @FunctionalInterface
    interface Saving {
        void run() throws IOException;
    }

    void save() throws IOException {
        saving.run();
    }

    /** As {@code kill -9} would. */
    void kill() {
        killing.run();
    }

    /** Once it was killed or closed: the same again on the same port with the same data. */
    RunningBroker startAgain() throws IOException {
        return kind.start(port, data, inflightWindow);
    }

    @Override
    public void close() {
        stopping.run();
    }
}
