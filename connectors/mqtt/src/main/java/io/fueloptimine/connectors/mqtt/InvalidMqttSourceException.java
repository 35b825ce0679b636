package io.fueloptimine.connectors.mqtt;

import java.util.List;

/**
 * Thrown when the settings of a source are invalid. The message lists every fault, one per line.
 */
public final class InvalidMqttSourceException extends IllegalArgumentException {

    private final List<String> faults;

    InvalidMqttSourceException(List<String> faults) {
        super("The MQTT source cannot be built:\n  " + String.join("\n  ", faults));
        this.faults = List.copyOf(faults);
    }

    /** One sentence per fault, each beginning with the option's key. */
    public List<String> faults() {
        return faults;
    }
}
