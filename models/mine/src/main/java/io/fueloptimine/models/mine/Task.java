package io.fueloptimine.models.mine;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The tasks of a truck. */
public enum Task {
    LOAD,
    OFFLOAD,
    FUEL,
    PARK,
    WAIT;

    /** The task as the open-autonomy protocol spells it. */
    public String wireName() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    /** The task that the protocol's word names, empty for an unknown word. */
    public static Optional<Task> fromWireName(String name) {
        return Arrays.stream(values()).filter(task -> task.wireName().equals(name)).findFirst();
    }
}
