package io.fueloptimine.connectors.mqtt.sink;

import java.util.List;

/** A sink cannot be built as described; the message names every fault, one a line. */
public final class InvalidMqttSinkException extends IllegalArgumentException {

    private final List<String> faults;

    InvalidMqttSinkException(List<String> faults) {
        super("The MQTT sink cannot be built:\n  " + String.join("\n  ", faults));
        this.faults = List.copyOf(faults);
    }

    /** One sentence a fault, each beginning with the option's key. */
    public List<String> faults() {
        return faults;
    }
}
