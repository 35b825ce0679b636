package io.fueloptimine.models.mine;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The stream of a message: the last level of an MQTT topic. */
public enum ReadingStream {
    TELEMETRY,
    STATE,
    NOTE,
    REFUEL,
    REPLY,
    /** A complete haul cycle recorded by a fleet management system. */
    CYCLE;

    /** The spelling in topics and JSON, in lower case. */
    public String topicName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether machines of this kind send it. A truck must not report what a fuel bay dispensed,
     * also to other trucks.
     */
    public boolean isSentBy(EquipmentKind kind) {
        return switch (this) {
            case TELEMETRY, STATE, NOTE -> true;
            case REFUEL -> kind == EquipmentKind.FUELBAY;
            case REPLY, CYCLE -> kind == EquipmentKind.HAULTRUCK;
        };
    }

    /** The stream of a topic level; empty for an unknown one. */
    public static Optional<ReadingStream> fromTopicName(String name) {
        return Arrays.stream(values())
                .filter(stream -> stream.topicName().equals(name))
                .findFirst();
    }
}
