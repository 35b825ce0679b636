package io.fueloptimine.models.mine.site;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of machines. The kind is the third level of an MQTT topic. */
public enum EquipmentKind {
    HAULTRUCK,
    SHOVEL,
    AUX,
    FUELBAY;

    /** The name of the kind in topics and JSON, in lower case. */
    public String topicName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with the given name in topics; empty for an unknown name. */
    public static Optional<EquipmentKind> fromTopicName(String name) {
        return Arrays.stream(values()).filter(kind -> kind.topicName().equals(name)).findFirst();
    }
}
