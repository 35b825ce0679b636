package io.fueloptimine.connectors.mqtt;

import java.util.List;

/** A source cannot be built as described; the message names every fault, one a line. */
public final class InvalidMqttSourceException extends IllegalArgumentException {

    private final List<String> faults;

    InvalidMqttSourceException(List<String> faults) {
        super("The MQTT source cannot be built:\n  " + String.join("\n  ", faults));
        this.faults = List.copyOf(faults);
    }

    /** One sentence a fault, each beginning with the option's key. */
    public List<String> faults() {
        return faults;
    }
}
