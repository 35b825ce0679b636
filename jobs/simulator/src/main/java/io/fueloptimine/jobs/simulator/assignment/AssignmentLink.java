package io.fueloptimine.jobs.simulator.assignment;

/** One subscription to the trucks' assignments, from its opening to its end. Thread-safe. */
public interface AssignmentLink {

    /** Leaves the broker; its listener hears nothing more of it. */
    void close();

    /** Opens links; says nothing of their success, their listener hears. */
    interface Opener {
        AssignmentLink open(Listener listener);
    }

    /** Hears what comes over one link, on any thread. */
    interface Listener {

        /** A message that should be an assignment. */
        void heard(byte[] payload);

        /** The link failed or never came up; called once. */
        void lost(String reason);
    }
}
