package io.fueloptimine.connectors.mqtt.sink;

import java.util.List;

/** Thrown when the settings of a sink are invalid. The message lists every fault, one per line. */
public final class InvalidMqttSinkException extends IllegalArgumentException {

    private final List<String> faults;

    InvalidMqttSinkException(List<String> faults) {
        super("The MQTT sink cannot be built:\n  " + String.join("\n  ", faults));
        this.faults = List.copyOf(faults);
    }

    /** One sentence per fault, each beginning with the option's key. */
    public List<String> faults() {
        return faults;
    }
}
