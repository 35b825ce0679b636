package io.fueloptimine.models.mine.dispatch;

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

    /** The name of the task in the open-autonomy protocol. */
    public String wireName() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    /** The task with the given name in the open-autonomy protocol; empty for an unknown name. */
    public static Optional<Task> fromWireName(String name) {
        return Arrays.stream(values()).filter(task -> task.wireName().equals(name)).findFirst();
    }
}
