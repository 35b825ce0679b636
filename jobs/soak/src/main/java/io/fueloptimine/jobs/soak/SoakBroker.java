package io.fueloptimine.jobs.soak;

import java.util.Arrays;
import java.util.Optional;

/** The MQTT brokers that a soak can use. */
public enum SoakBroker {
    /** The built-in broker; a broker fault kills it (SIGKILL). */
    BUILT_IN("builtin", "built-in broker", "broker killed"),
    /** Mosquitto of the system's package; a broker fault stops it (SIGTERM), which saves it. */
    MOSQUITTO("mosquitto", "Mosquitto", "broker stopped");

    private final String option;
    private final String label;
    private final String faultLabel;

    SoakBroker(String option, String label, String faultLabel) {
        this.option = option;
        this.label = label;
        this.faultLabel = faultLabel;
    }

    /** The name on the command line. */
    public String option() {
        return option;
    }

    /** The name in summaries. */
    String label() {
        return label;
    }

    /** The description of a fault in summaries. */
    String labelOf(Fault fault) {
        return fault == Fault.BROKER ? faultLabel : fault.label();
    }

    /** The broker with this name on the command line. */
    public static Optional<SoakBroker> of(String option) {
        return Arrays.stream(values()).filter(broker -> broker.option.equals(option)).findFirst();
    }
}
