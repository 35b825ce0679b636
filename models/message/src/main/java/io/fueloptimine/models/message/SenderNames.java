package io.fueloptimine.models.message;

import io.fueloptimine.models.mine.input.MineName;
import java.util.List;

/**
 * The names in the topic of a message that identify the sender. A sender can use invented names.
 *
 * @param site the first level of the topic, or the group of a Sparkplug topic; any text
 * @param sparkplug whether the topic is one of Sparkplug
 * @param machineIds the machine; for a Sparkplug topic, the edge node and the device, if the topic
 *     has one; empty when the topic is not the topic of a machine or a name is invalid, so that the
 *     message is rejected later
 */
public record SenderNames(String site, boolean sparkplug, List<String> machineIds) {

    private static final String SPARKPLUG = "spBv1.0";
    private static final int MAX_LEVELS = 5;

    /** The names in a topic of any form. */
    public static SenderNames of(String topic) {
        String[] levels = topic == null ? new String[] {""} : topic.split("/", MAX_LEVELS + 1);
        boolean sparkplug = levels[0].equals(SPARKPLUG) && levels.length > 1;
        List<String> names = sparkplug ? edgeNames(levels) : machineName(levels);
        boolean valid = names.stream().allMatch(MineName::isValid);
        return new SenderNames(levels[sparkplug ? 1 : 0], sparkplug, valid ? names : List.of());
    }

    private static List<String> machineName(String[] levels) {
        return levels.length == MAX_LEVELS ? List.of(levels[3]) : List.of();
    }

    private static List<String> edgeNames(String[] levels) {
        return switch (levels.length) {
            case 4 -> List.of(levels[3]);
            case 5 -> List.of(levels[3], levels[4]);
            default -> List.of();
        };
    }
}
