package io.fueloptimine.jobs.simulator.assignment;

/** A connection that subscribes to the assignments of a site's trucks. Thread-safe. */
interface AssignmentConnection {

    /** Disconnects. After this call the connection does not call the listener any more. */
    void close();

    /** Opens connections. A connection reports success and failure to its listener. */
    interface Opener {
        AssignmentConnection open(Listener listener);
    }

    /** Receives the events of one connection. The methods may be called on any thread. */
    interface Listener {

        /** A message arrived on the topic of assignments. */
        void received(byte[] payload);

        /**
         * The connection could not be established or was lost. The connection calls this method at
         * most once.
         */
        void lost(String reason);
    }
}
