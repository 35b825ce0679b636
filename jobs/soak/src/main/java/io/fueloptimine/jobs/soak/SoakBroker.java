package io.fueloptimine.jobs.soak;

import java.util.Arrays;
import java.util.Optional;

/** The MQTT brokers that a soak test can use. */
public enum SoakBroker {
    /** The built-in broker; a broker fault kills it (SIGKILL). */
    BUILT_IN("builtin", "built-in broker", "broker killed"),
    /**
     * Mosquitto, which a package of the operating system installs. A broker fault stops Mosquitto
     * cleanly (SIGTERM), so that it saves its queues.
     */
    MOSQUITTO("mosquitto", "Mosquitto", "broker stopped");

    private final String option;
    private final String label;
    private final String faultLabel;

    SoakBroker(String option, String label, String faultLabel) {
        this.option = option;
        this.label = label;
        this.faultLabel = faultLabel;
    }

    /** The name of the broker on the command line. */
    public String option() {
        return option;
    }

    /** The name of the broker in summaries. */
    String label() {
        return label;
    }

    /** The description of a fault of this broker in summaries. */
    String labelOf(Fault fault) {
        return fault == Fault.BROKER ? faultLabel : fault.label();
    }

    /** The broker with the given name on the command line; empty if the name is unknown. */
    public static Optional<SoakBroker> of(String option) {
        return Arrays.stream(values()).filter(broker -> broker.option.equals(option)).findFirst();
    }
}
