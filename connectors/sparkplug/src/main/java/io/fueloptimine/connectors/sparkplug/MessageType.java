package io.fueloptimine.connectors.sparkplug;

import java.util.Arrays;
import java.util.Optional;

/** The message types of edge nodes. The type is the third level of a Sparkplug topic. */
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

    /** Whether the message concerns a device of the edge node. */
    public boolean isOfDevice() {
        return ofDevice;
    }

    /** Whether the message is a birth of a node or a device. */
    public boolean isBirth() {
        return this == NBIRTH || this == DBIRTH;
    }

    /** The type with the given name in topics; empty if unknown. */
    static Optional<MessageType> fromTopicName(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }
}
