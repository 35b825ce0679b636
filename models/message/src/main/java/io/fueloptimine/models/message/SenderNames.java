package io.fueloptimine.models.message;

import io.fueloptimine.models.mine.MineName;
import java.util.List;

/**
 * The names in the topic of a message that say who sends it. Any sender can make them up.
 *
 * @param site the first level of the topic, or the group of a Sparkplug topic; any text
 * @param sparkplug whether the topic is one of Sparkplug
 * @param machineIds the machine; of a Sparkplug topic the edge node and, if the topic has one, the
 *     device. Empty when the topic is not that of a machine, or when a name is not valid, so that
 *     the message is rejected later
 */
public record SenderNames(String site, boolean sparkplug, List<String> machineIds) {

    private static final String SPARKPLUG = "spBv1.0";
    private static final int MAX_LEVELS = 5;

    /** The names in a topic, whatever its form. */
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
