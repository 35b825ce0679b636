package io.fueloptimine.connectors.sparkplug.payload;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.fueloptimine.connectors.sparkplug.payload.WireValue.Form;
import java.time.Instant;

/**
 * The datatypes whose values a reading can hold, and how each becomes JSON. Signed integers travel
 * as unsigned ones and get their sign back here; senders differ in how many bits they fill, and in
 * which of the two integer fields they use, so both are understood.
 */
public enum SparkplugDatatype {
    INT8(1) {
        @Override
        String read(WireValue value) {
            return signed(value, Byte.SIZE);
        }
    },
    INT16(2) {
        @Override
        String read(WireValue value) {
            return signed(value, Short.SIZE);
        }
    },
    INT32(3) {
        @Override
        String read(WireValue value) {
            return signed(value, Integer.SIZE);
        }
    },
    INT64(4) {
        @Override
        String read(WireValue value) {
            return value.form() == Form.LONG ? Long.toString(value.bits()) : signed(value, 32);
        }
    },
    UINT8(5) {
        @Override
        String read(WireValue value) {
            return unsigned(value, Byte.SIZE);
        }
    },
    UINT16(6) {
        @Override
        String read(WireValue value) {
            return unsigned(value, Short.SIZE);
        }
    },
    UINT32(7) {
        @Override
        String read(WireValue value) {
            return unsigned(value, Integer.SIZE);
        }
    },
    UINT64(8) {
        @Override
        String read(WireValue value) {
            return isWhole(value) ? Long.toUnsignedString(value.bits()) : null;
        }
    },
    FLOAT(9) {
        @Override
        String read(WireValue value) {
            return decimal(value);
        }
    },
    DOUBLE(10) {
        @Override
        String read(WireValue value) {
            return decimal(value);
        }
    },
    BOOLEAN(11) {
        @Override
        String read(WireValue value) {
            return value.form() == Form.BOOLEAN ? Boolean.toString(value.bits() != 0) : null;
        }
    },
    STRING(12) {
        @Override
        String read(WireValue value) {
            return quoted(value);
        }
    },
    DATE_TIME(13) {
        @Override
        String read(WireValue value) {
            boolean inCalendar = isWhole(value) && isInCalendar(value.bits());
            return inCalendar ? '"' + Instant.ofEpochMilli(value.bits()).toString() + '"' : null;
        }
    },
    TEXT(14) {
        @Override
        String read(WireValue value) {
            return quoted(value);
        }
    },
    UUID(15) {
        @Override
        String read(WireValue value) {
            return quoted(value);
        }
    };

    private static final long CALENDAR_END_MILLIS =
            Instant.parse("9999-01-01T00:00:00Z").toEpochMilli();

    private final int code;

    SparkplugDatatype(int code) {
        this.code = code;
    }

    /** Its number in the specification. */
    public int code() {
        return code;
    }

    /** The datatype of a number, or null where a reading has no place for it. */
    public static SparkplugDatatype ofCode(int code) {
        return code >= 1 && code <= values().length ? values()[code - 1] : null;
    }

    /** Whether milliseconds lie in the years 1970 to 9998, which every reader of JSON bears. */
    public static boolean isInCalendar(long millis) {
        return millis >= 0 && millis < CALENDAR_END_MILLIS;
    }

    /**
     * A metric's value as JSON: a number, a truth value or a quoted text; a date as ISO-8601 in
     * UTC.
     *
     * @param metric its name, for the fault
     */
    public String json(String metric, WireValue value) throws SparkplugFault {
        String json = read(value);
        if (json == null) {
            throw new SparkplugFault(metric, value.observed(), "a value of datatype " + name());
        }
        return json;
    }

    /** The JSON, or null for a value that is none of this datatype. */
    abstract String read(WireValue value);

    private static boolean isWhole(WireValue value) {
        return value.form() == Form.INT || value.form() == Form.LONG;
    }

    /**
     * Filled with zeros or with the sign above its own bits, both are seen; anything else is no
     * such number.
     */
    private static String signed(WireValue value, int size) {
        if (!isWhole(value)) {
            return null;
        }
        long bits = value.bits();
        long number = bits << (Long.SIZE - size) >> (Long.SIZE - size);
        boolean zeros = bits >>> size == 0;
        boolean signs = number == bits || value.form() == Form.INT && (int) number == (int) bits;
        return zeros || signs ? Long.toString(number) : null;
    }

    private static String unsigned(WireValue value, int size) {
        boolean fits = isWhole(value) && value.bits() >>> size == 0;
        return fits ? Long.toString(value.bits()) : null;
    }

    /** JSON has no NaN and no infinity; a float keeps its own shortest form. */
    private static String decimal(WireValue value) {
        if (value.form() == Form.FLOAT && Float.isFinite(value.asFloat())) {
            return Float.toString(value.asFloat());
        }
        boolean finite = value.form() == Form.DOUBLE && Double.isFinite(value.asDouble());
        return finite ? Double.toString(value.asDouble()) : null;
    }

    private static String quoted(WireValue value) {
        if (value.form() != Form.TEXT) {
            return null;
        }
        char[] escaped = JsonStringEncoder.getInstance().quoteAsString(value.text());
        return '"' + new String(escaped) + '"';
    }
}
