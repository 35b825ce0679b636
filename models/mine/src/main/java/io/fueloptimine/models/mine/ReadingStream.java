package io.fueloptimine.models.mine;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The stream a message belongs to: the last level of an MQTT topic. */
public enum ReadingStream {
    TELEMETRY,
    STATE,
    NOTE,
    REFUEL,
    REPLY,
    /** A whole haul cycle as a fleet management system recorded it. */
    CYCLE;

    /** The stream as topics and JSON spell it, in lower case. */
    public String topicName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The stream that a topic level names, empty for an unknown one. */
    public static Optional<ReadingStream> fromTopicName(String name) {
        return Arrays.stream(values())
                .filter(stream -> stream.topicName().equals(name))
                .findFirst();
    }
}
