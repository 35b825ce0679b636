package io.fueloptimine.models.message;

import io.fueloptimine.models.mine.input.MineName;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A parsed MQTT topic: {@code site/v1/kind/machine/stream}.
 *
 * @param site the mine
 * @param kind the kind of the publishing machine
 * @param machineId the machine
 * @param stream the stream of the machine
 */
record MessageTopic(String site, EquipmentKind kind, String machineId, ReadingStream stream) {

    private static final int LEVELS = 5;
    private static final String VERSION = "v1";
    private static final Pattern ANY_VERSION = Pattern.compile("v[0-9]{1,9}");
    private static final String FORM = "site/v1/kind/machine/stream";

    /** Parses a topic. */
    static MessageTopic parse(String topic) throws InvalidFieldException {
        if (topic == null) {
            throw new InvalidFieldException("topic", null, FORM);
        }
        String[] levels = topic.split("/", LEVELS + 1);
        if (levels.length < 2 || !levels[1].equals(VERSION)) {
            throw otherVersion(topic, levels);
        }
        if (levels.length != LEVELS) {
            throw new InvalidFieldException("topic", topic, FORM);
        }
        MessageTopic parsed =
                new MessageTopic(
                        name(levels[0]), kind(levels[2]), name(levels[3]), stream(levels[4]));
        if (!parsed.stream.isSentBy(parsed.kind)) {
            throw new InvalidFieldException("topic", topic, senders(parsed.stream));
        }
        return parsed;
    }

    private static String senders(ReadingStream stream) {
        return stream.topicName()
                + " of "
                + Arrays.stream(EquipmentKind.values())
                        .filter(stream::isSentBy)
                        .map(EquipmentKind::topicName)
                        .collect(Collectors.joining(" or "))
                + " only";
    }

    private static InvalidFieldException otherVersion(String topic, String[] levels) {
        boolean version = levels.length > 1 && ANY_VERSION.matcher(levels[1]).matches();
        return version
                ? new InvalidFieldException("topic", levels[1], "a supported version: " + VERSION)
                : new InvalidFieldException("topic", topic, FORM);
    }

    private static String name(String level) throws InvalidFieldException {
        Optional<String> violation = MineName.violation(level);
        if (violation.isPresent()) {
            throw new InvalidFieldException("topic", level, violation.get());
        }
        return level;
    }

    private static EquipmentKind kind(String level) throws InvalidFieldException {
        return EquipmentKind.fromTopicName(level)
                .orElseThrow(
                        () ->
                                new InvalidFieldException(
                                        "topic",
                                        level,
                                        oneOf(
                                                Arrays.stream(EquipmentKind.values())
                                                        .map(EquipmentKind::topicName)
                                                        .toArray())));
    }

    private static ReadingStream stream(String level) throws InvalidFieldException {
        return ReadingStream.fromTopicName(level)
                .orElseThrow(
                        () ->
                                new InvalidFieldException(
                                        "topic",
                                        level,
                                        oneOf(
                                                Arrays.stream(ReadingStream.values())
                                                        .map(ReadingStream::topicName)
                                                        .toArray())));
    }

    private static String oneOf(Object[] names) {
        return "one of " + Arrays.toString(names);
    }
}
