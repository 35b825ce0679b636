package io.fueloptimine.jobs.benchmarks.ingest;

/** Somebody who reads what waits at the broker, from its opening to its close. */
interface Reader extends AutoCloseable {

    /** How many messages have come to where it brings them, since it was opened. */
    long arrived();

    /** Leaves the broker. */
    @Override
    void close();
}
