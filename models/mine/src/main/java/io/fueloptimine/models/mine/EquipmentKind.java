package io.fueloptimine.models.mine;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of machines: the third level of an MQTT topic. */
public enum EquipmentKind {
    HAULTRUCK,
    SHOVEL,
    AUX,
    FUELBAY;

    /** The spelling in topics and JSON, in lower case. */
    public String topicName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a topic level; empty for an unknown one. */
    public static Optional<EquipmentKind> fromTopicName(String name) {
        return Arrays.stream(values()).filter(kind -> kind.topicName().equals(name)).findFirst();
    }
}
