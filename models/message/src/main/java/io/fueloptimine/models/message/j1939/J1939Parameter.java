package io.fueloptimine.models.message.j1939;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Where a field is in a parameter group, and its scale.
 *
 * @param spn suspect parameter number
 * @param pgn parameter group number, 0 to 262143
 * @param startBit the lowest bit, from 0, the lowest bit of the first byte
 * @param bits the number of bits, 2 to 32
 * @param scale the value of one bit, in the unit of the field
 * @param offset the value of raw 0, in the unit of the field
 * @param field the field of the telemetry message
 */
public record J1939Parameter(
        @JsonProperty("spn") int spn,
        @JsonProperty("pgn") int pgn,
        @JsonProperty("startBit") int startBit,
        @JsonProperty("bits") int bits,
        @JsonProperty("scale") double scale,
        @JsonProperty("offset") double offset,
        @JsonProperty("field") String field) {

    private static final int BYTE = 8;
    private static final int FIRST_RESERVED = 0xFB;
    private static final int ERROR = 0xFE;
    private static final int NOT_AVAILABLE = 0xFF;

    /** The raw value in the data of a group; empty when the data is too short for it. */
    Optional<Long> rawIn(byte[] data) {
        if (startBit + bits > data.length * BYTE) {
            return Optional.empty();
        }
        long raw = 0;
        for (int bit = bits - 1; bit >= 0; bit--) {
            int at = startBit + bit;
            raw = raw << 1 | data[at / BYTE] >> at % BYTE & 1;
        }
        return Optional.of(raw);
    }

    /**
     * The meaning of a raw value. From 8 bits on, the highest eight bits tell a value from a
     * reserved number; below, the two highest numbers are the error and the missing value.
     *
     * @param raw 0 to 2^bits - 1
     */
    J1939Value valueOf(long raw) {
        long all = (1L << bits) - 1;
        if (bits < BYTE) {
            return raw == all
                    ? none(J1939Value.State.NOT_AVAILABLE)
                    : raw == all - 1 ? none(J1939Value.State.ERROR) : value(raw);
        }
        long top = raw >> bits - BYTE;
        if (top == NOT_AVAILABLE) {
            return none(J1939Value.State.NOT_AVAILABLE);
        }
        if (top == ERROR) {
            return none(J1939Value.State.ERROR);
        }
        return top >= FIRST_RESERVED ? none(J1939Value.State.RESERVED) : value(raw);
    }

    private J1939Value value(long raw) {
        // Decimal: 0.05 L/h times 6554 is 327.7, not 327.70000000000005.
        double value =
                BigDecimal.valueOf(raw)
                        .multiply(BigDecimal.valueOf(scale))
                        .add(BigDecimal.valueOf(offset))
                        .doubleValue();
        return new J1939Value(J1939Value.State.VALUE, value);
    }

    private static J1939Value none(J1939Value.State state) {
        return new J1939Value(state, 0);
    }
}
