package io.fueloptimine.jobs.soak;

import java.util.Arrays;
import java.util.Optional;

/** What a soak breaks. */
public enum Fault {
    /** Killed, as a power cut would. */
    TASK_MANAGER("tm", "TaskManager killed"),
    /** Killed: nobody leads until a new one has. */
    JOB_MANAGER("jm", "JobManager killed"),
    /** Killed, with everything that it was delivering. */
    BROKER("broker", "broker killed"),
    /** Every connection to the broker cut, and none let through for some seconds. */
    NETWORK("network", "network cut");

    private final String option;
    private final String words;

    Fault(String option, String words) {
        this.option = option;
        this.words = words;
    }

    /** Its name on the command line. */
    public String option() {
        return option;
    }

    /** What happened, in words. */
    String words() {
        return words;
    }

    /** The fault of that name on the command line. */
    public static Optional<Fault> of(String option) {
        return Arrays.stream(values()).filter(fault -> fault.option.equals(option)).findFirst();
    }
}
