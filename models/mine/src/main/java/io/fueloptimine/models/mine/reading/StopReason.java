package io.fueloptimine.models.mine.reading;

import java.util.Arrays;

/**
 * The reasons for a stop that the jobs distinguish. Control rooms use many more reason codes, so
 * {@link StateChange#reason} keeps the code as sent.
 */
public enum StopReason {
    /** Breakdown. */
    DOWN,
    /** Shift change. */
    SHIFT_CHANGE,
    /** Meal or rest break of the operator. */
    BREAK,
    /** Refuelling at a fuel bay. */
    REFUELLING,
    /** Ready, but without a task. */
    STANDBY,
    /** The road ahead is closed. */
    ROAD_CLOSED,
    /** Every other code. */
    OTHER;

    /** The reason that a code denotes; {@link #OTHER} for an unknown code, null for null. */
    public static StopReason of(String code) {
        if (code == null) {
            return null;
        }
        return Arrays.stream(values())
                .filter(reason -> reason.name().equals(code))
                .findFirst()
                .orElse(OTHER);
    }
}
