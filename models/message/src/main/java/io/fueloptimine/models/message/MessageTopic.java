package io.fueloptimine.models.message;

import io.fueloptimine.models.mine.EquipmentKind;
import io.fueloptimine.models.mine.ReadingStream;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * What a topic says about its messages: {@code site/v1/kind/machine/stream}.
 *
 * @param site the mine
 * @param kind what sort of machine publishes
 * @param machineId the machine
 * @param stream which of its streams
 */
record MessageTopic(String site, EquipmentKind kind, String machineId, ReadingStream stream) {

    private static final int LEVELS = 5;
    private static final int MAX_LEVEL_LENGTH = 64;
    private static final String VERSION = "v1";
    private static final Pattern ANY_VERSION = Pattern.compile("v[0-9]{1,9}");
    private static final String FORM = "site/v1/kind/machine/stream";

    /** Reads a topic. */
    static MessageTopic parse(String topic) throws FieldFault {
        if (topic == null) {
            throw new FieldFault("topic", null, FORM);
        }
        String[] levels = topic.split("/", LEVELS + 1);
        if (levels.length < 2 || !levels[1].equals(VERSION)) {
            throw otherVersion(topic, levels);
        }
        if (levels.length != LEVELS) {
            throw new FieldFault("topic", topic, FORM);
        }
        return new MessageTopic(
                name(levels[0]), kind(levels[2]), name(levels[3]), stream(levels[4]));
    }

    private static FieldFault otherVersion(String topic, String[] levels) {
        boolean version = levels.length > 1 && ANY_VERSION.matcher(levels[1]).matches();
        return version
                ? new FieldFault("topic", levels[1], "a version known here: " + VERSION)
                : new FieldFault("topic", topic, FORM);
    }

    private static String name(String level) throws FieldFault {
        boolean printable = level.chars().noneMatch(Character::isISOControl);
        if (level.isBlank() || level.length() > MAX_LEVEL_LENGTH || !printable) {
            throw new FieldFault(
                    "topic", level, "1 to " + MAX_LEVEL_LENGTH + " printable characters a level");
        }
        return level;
    }

    private static EquipmentKind kind(String level) throws FieldFault {
        return EquipmentKind.fromTopicName(level)
                .orElseThrow(
                        () ->
                                new FieldFault(
                                        "topic",
                                        level,
                                        oneOf(
                                                Arrays.stream(EquipmentKind.values())
                                                        .map(EquipmentKind::topicName)
                                                        .toArray())));
    }

    private static ReadingStream stream(String level) throws FieldFault {
        return ReadingStream.fromTopicName(level)
                .orElseThrow(
                        () ->
                                new FieldFault(
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
