package io.fueloptimine.models.message.j1939;

/**
 * What a raw value stands for.
 *
 * @param state whether it is a value, or why not
 * @param value the value in the unit of the field; 0 without a value
 */
public record J1939Value(State state, double value) {

    /** The meanings of a raw value, by the ranges that SAE J1939-71 reserves. */
    public enum State {
        VALUE,
        /** In a range that the standard reserves, such as 0xFB to 0xFD of a byte. */
        RESERVED,
        /** The sender reports a fault of the sensor, 0xFE of a byte. */
        ERROR,
        /** The sender does not have the value, 0xFF of a byte. */
        NOT_AVAILABLE
    }
}
