package io.fueloptimine.connectors.sparkplug.payload;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.fueloptimine.connectors.sparkplug.payload.WireValue.Form;
import java.time.Instant;

/**
 * The datatypes whose values a reading can contain, and their conversion to JSON. Sparkplug encodes
 * signed integers as unsigned integers; this class restores the sign. Senders use either of the two
 * integer fields and different numbers of bits; all these forms are accepted.
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
            return isInteger(value) ? Long.toUnsignedString(value.bits()) : null;
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
            boolean isTime = isInteger(value) && EpochMillis.isPlausible(value.bits());
            return isTime ? '"' + Instant.ofEpochMilli(value.bits()).toString() + '"' : null;
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

    private final int code;

    SparkplugDatatype(int code) {
        this.code = code;
    }

    /** The number of the datatype in the Sparkplug specification. */
    public int code() {
        return code;
    }

    /**
     * The datatype with the given number; null if a reading cannot contain values of the datatype.
     */
    public static SparkplugDatatype ofCode(int code) {
        return code >= 1 && code <= values().length ? values()[code - 1] : null;
    }

    /**
     * Converts the value of a metric to JSON: a number, a boolean or a quoted text. A date becomes
     * an ISO-8601 text in UTC.
     *
     * @param metric the name of the metric, for the text of the fault
     */
    public String json(String metric, WireValue value) throws SparkplugFault {
        String json = read(value);
        if (json == null) {
            throw new SparkplugFault(metric, observed(value), expected(value));
        }
        return json;
    }

    private String observed(WireValue value) {
        return this == DATE_TIME && isInteger(value)
                ? EpochMillis.observed(value.bits())
                : value.observed();
    }

    private String expected(WireValue value) {
        if (value.form() == Form.UNSUPPORTED) {
            return "a number, a boolean or a text of at most "
                    + MetricReader.MAX_TEXT_BYTES
                    + " bytes in UTF-8";
        }
        String expected = "a value of datatype " + name();
        return this == DATE_TIME ? expected + ": " + EpochMillis.EXPECTED : expected;
    }

    /** The value as JSON; null for a value that is not of this datatype. */
    abstract String read(WireValue value);

    private static boolean isInteger(WireValue value) {
        return value.form() == Form.INT || value.form() == Form.LONG;
    }

    /**
     * Converts a signed integer of the given size in bits to text; null when the value is invalid.
     * Senders fill the bits above this size with zeros or with the sign; other contents of these
     * bits are invalid.
     */
    private static String signed(WireValue value, int size) {
        if (!isInteger(value)) {
            return null;
        }
        long bits = value.bits();
        long number = bits << (Long.SIZE - size) >> (Long.SIZE - size);
        boolean zeroFilled = bits >>> size == 0;
        boolean signFilled =
                number == bits || value.form() == Form.INT && (int) number == (int) bits;
        return zeroFilled || signFilled ? Long.toString(number) : null;
    }

    private static String unsigned(WireValue value, int size) {
        boolean fits = isInteger(value) && value.bits() >>> size == 0;
        return fits ? Long.toString(value.bits()) : null;
    }

    /**
     * The number as text, a float in its shortest form; null for NaN and infinities, which JSON
     * does not have.
     */
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
