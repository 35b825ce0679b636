package io.fueloptimine.models.mine.reading;

import io.fueloptimine.models.mine.site.EquipmentKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kind of content of a message. The stream is the last level of an MQTT topic. */
public enum ReadingStream {
    TELEMETRY,
    STATE,
    NOTE,
    REFUEL,
    REPLY,
    /** A complete haul cycle recorded by a fleet management system. */
    CYCLE;

    /** The name of the stream in topics and JSON, in lower case. */
    public String topicName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether machines of a kind may send this stream. Only a fuel bay may report refuellings,
     * because a truck could otherwise report false refuellings of other trucks.
     */
    public boolean isSentBy(EquipmentKind kind) {
        return switch (this) {
            case TELEMETRY, STATE, NOTE -> true;
            case REFUEL -> kind == EquipmentKind.FUELBAY;
            case REPLY, CYCLE -> kind == EquipmentKind.HAULTRUCK;
        };
    }

    /** The stream with the given name in topics; empty for an unknown name. */
    public static Optional<ReadingStream> fromTopicName(String name) {
        return Arrays.stream(values())
                .filter(stream -> stream.topicName().equals(name))
                .findFirst();
    }
}
