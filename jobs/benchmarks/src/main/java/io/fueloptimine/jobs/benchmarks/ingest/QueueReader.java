package io.fueloptimine.jobs.benchmarks.ingest;

/** Reads the messages that are queued at the broker, until the reader is closed. */
interface QueueReader extends AutoCloseable {

    /** The number of messages that reached the reader's output since the reader was opened. */
    long arrived();

    /** Disconnects from the broker. */
    @Override
    void close();
}
