package io.fueloptimine.jobs.simulator.assignment;

/** A connection that subscribes to the assignments of a site's trucks. Thread-safe. */
interface AssignmentConnection {

    /** Disconnects. The listener is not called afterwards. */
    void close();

    /** Opens connections. Success and failure are reported to the listener. */
    interface Opener {
        AssignmentConnection open(Listener listener);
    }

    /** Receives the events of one connection, on any thread. */
    interface Listener {

        /** A message arrived on the topic of assignments. */
        void received(byte[] payload);

        /** The connection could not be established or was lost. Called at most once. */
        void lost(String reason);
    }
}
