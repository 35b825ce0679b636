package io.fueloptimine.jobs.soak;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of faults that a soak injects. */
public enum Fault {
    /** Kills the TaskManager's process (SIGKILL). */
    TASK_MANAGER("tm", "TaskManager killed"),
    /** Kills the JobManager's process; its successor takes over the leadership. */
    JOB_MANAGER("jm", "JobManager killed"),
    /** Kills or stops the MQTT broker's process, see {@link SoakBroker}. */
    BROKER("broker", "broker killed"),
    /** Closes every connection to the broker and refuses new ones for five seconds. */
    NETWORK("network", "network interrupted");

    private final String option;
    private final String label;

    Fault(String option, String label) {
        this.option = option;
        this.label = label;
    }

    /** The name on the command line. */
    public String option() {
        return option;
    }

    /** The description in summaries. */
    String label() {
        return label;
    }

    /** The fault with this name on the command line. */
    public static Optional<Fault> of(String option) {
        return Arrays.stream(values()).filter(fault -> fault.option.equals(option)).findFirst();
    }
}
