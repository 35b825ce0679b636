package io.fueloptimine.connectors.sparkplug;

import java.util.Arrays;
import java.util.Optional;

/** What an edge node tells: the third level of a Sparkplug topic, without commands and state. */
public enum MessageType {
    NBIRTH(false),
    NDATA(false),
    NDEATH(false),
    DBIRTH(true),
    DDATA(true),
    DDEATH(true);

    private final boolean ofDevice;

    MessageType(boolean ofDevice) {
        this.ofDevice = ofDevice;
    }

    /** Whether it tells of a device behind the edge node. */
    public boolean isOfDevice() {
        return ofDevice;
    }

    /** The type that a topic level names, empty for an unknown one. */
    static Optional<MessageType> fromTopicName(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }
}
