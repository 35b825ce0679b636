package io.fueloptimine.jobs.soak;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The kinds of faults that a soak test injects. */
public enum Fault {
    /** Kills the TaskManager's process (SIGKILL). */
    TASK_MANAGER("tm", "TaskManager killed"),
    /** Kills the JobManager's process. A new JobManager process then becomes the leader. */
    JOB_MANAGER("jm", "JobManager killed"),
    /** Kills or stops the MQTT broker's process, see {@link SoakBroker}. */
    BROKER("broker", "broker killed"),
    /** Closes all connections to the broker, and refuses new connections for 5 s. */
    NETWORK("network", "network interrupted"),
    /** Stops the SQL server, see {@link SoakRun.Settings#sqlOutage()}. */
    SQL_SERVER("sql", "SQL server stopped");

    private static final Set<Fault> OUTAGES = EnumSet.of(NETWORK, SQL_SERVER);

    private final String option;
    private final String label;

    Fault(String option, String label) {
        this.option = option;
        this.label = label;
    }

    /** The name of the fault on the command line. */
    public String option() {
        return option;
    }

    /** The description of the fault in summaries. */
    String label() {
        return label;
    }

    /** Whether the fault lasts until it is ended; otherwise a process is killed. */
    boolean isOutage() {
        return OUTAGES.contains(this);
    }

    /** The fault with the given name on the command line; empty if the name is unknown. */
    public static Optional<Fault> of(String option) {
        return Arrays.stream(values()).filter(fault -> fault.option.equals(option)).findFirst();
    }
}
