package io.fueloptimine.connectors.kafka;

import java.util.List;

/** The settings of a connection to Kafka are wrong; the message names every fault, one per line. */
public final class InvalidKafkaConnectionException extends IllegalArgumentException {

    private final List<String> faults;

    InvalidKafkaConnectionException(List<String> faults) {
        super(String.join(System.lineSeparator(), faults));
        this.faults = List.copyOf(faults);
    }

    /** One sentence per fault, each beginning with the option's key. */
    public List<String> faults() {
        return faults;
    }
}
