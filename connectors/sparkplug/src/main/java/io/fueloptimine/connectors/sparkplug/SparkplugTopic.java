package io.fueloptimine.connectors.sparkplug;

import io.fueloptimine.connectors.sparkplug.payload.SparkplugFault;
import io.fueloptimine.models.mine.input.MineName;
import java.util.Arrays;
import java.util.Optional;

/**
 * A parsed Sparkplug topic: {@code spBv1.0/group/type/node[/device]}.
 *
 * @param group the group, which is the mine's site
 * @param type the message type
 * @param node the edge node
 * @param device the device; null for messages of the node itself
 */
public record SparkplugTopic(String group, MessageType type, String node, String device) {

    private static final int NODE_LEVELS = 4;
    private static final int DEVICE_LEVELS = 5;
    private static final String FORM =
            SparkplugTopics.NAMESPACE
                    + "/site/type/node[/device], with a device if the type requires one";

    /** Parses a topic. */
    public static SparkplugTopic parse(String topic) throws SparkplugFault {
        String[] levels = topic == null ? new String[0] : topic.split("/", DEVICE_LEVELS + 1);
        boolean valid = levels.length == NODE_LEVELS || levels.length == DEVICE_LEVELS;
        if (!valid || !levels[0].equals(SparkplugTopics.NAMESPACE)) {
            throw new SparkplugFault("topic", topic, FORM);
        }
        MessageType type =
                MessageType.fromTopicName(levels[2])
                        .orElseThrow(() -> new SparkplugFault("topic", levels[2], types()));
        if (type.isOfDevice() != (levels.length == DEVICE_LEVELS)) {
            throw new SparkplugFault("topic", topic, FORM);
        }
        return new SparkplugTopic(
                name(levels[1]),
                type,
                name(levels[3]),
                type.isOfDevice() ? name(levels[DEVICE_LEVELS - 1]) : null);
    }

    /** The machine that the message is about: the device, or the node itself. */
    public String machineId() {
        return device == null ? node : device;
    }

    private static String name(String level) throws SparkplugFault {
        Optional<String> violation = MineName.violation(level);
        if (violation.isPresent()) {
            throw new SparkplugFault("topic", level, violation.get());
        }
        return level;
    }

    private static String types() {
        return "one of " + Arrays.toString(MessageType.values());
    }
}
