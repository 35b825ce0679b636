package io.fueloptimine.models.mine;

import java.util.Arrays;

/**
 * Why a machine stands still, as far as the jobs distinguish it. Control rooms use many more codes,
 * so {@link StateChange#reason} keeps the code as sent.
 */
public enum StopReason {
    /** Broken down. */
    DOWN,
    /** The operators change. */
    SHIFT_CHANGE,
    /** The operator's meal or rest. */
    BREAK,
    /** Refuelling at a fuel bay. */
    REFUELLING,
    /** Ready, without work. */
    STANDBY,
    /** The road ahead is closed. */
    ROAD_CLOSED,
    /** Every other code. */
    OTHER;

    /** The reason of a code; {@link #OTHER} for an unknown one, null for null. */
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
