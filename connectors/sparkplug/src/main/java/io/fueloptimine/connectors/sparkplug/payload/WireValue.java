package io.fueloptimine.connectors.sparkplug.payload;

/**
 * The value of a metric before its datatype is known: the protobuf field in which the value was
 * sent, and its bits or text.
 *
 * @param form the field in which the value was sent
 * @param bits the 32 or 64 bits of the number; 1 for true
 * @param text the text if the form is {@link Form#TEXT}, a description of the value if the form is
 *     {@link Form#UNSUPPORTED}, otherwise null
 */
public record WireValue(Form form, long bits, String text) {

    /** The protobuf fields in which a value can be sent. */
    public enum Form {
        /** There is no field with a value. */
        ABSENT,
        INT,
        LONG,
        FLOAT,
        DOUBLE,
        BOOLEAN,
        TEXT,
        /** The value is bytes, a data set, a template, or a text that is too long or not UTF-8. */
        UNSUPPORTED
    }

    /** The value of a metric without a value. */
    public static final WireValue ABSENT = new WireValue(Form.ABSENT, 0, null);

    /**
     * Creates a value whose type is not supported.
     *
     * @param found a description of the value, for quality records
     */
    public static WireValue unsupported(String found) {
        return new WireValue(Form.UNSUPPORTED, 0, found);
    }

    /** Creates a 32-bit integer; signed integers are sent as unsigned ones. */
    public static WireValue ofInt(int value) {
        return new WireValue(Form.INT, value & 0xFFFF_FFFFL, null);
    }

    /** Creates a 64-bit integer. */
    public static WireValue ofLong(long value) {
        return new WireValue(Form.LONG, value, null);
    }

    /** Creates a single-precision number. */
    public static WireValue ofFloat(float value) {
        return new WireValue(Form.FLOAT, Float.floatToRawIntBits(value) & 0xFFFF_FFFFL, null);
    }

    /** Creates a double-precision number. */
    public static WireValue ofDouble(double value) {
        return new WireValue(Form.DOUBLE, Double.doubleToRawLongBits(value), null);
    }

    /** Creates a boolean. */
    public static WireValue ofBoolean(boolean value) {
        return new WireValue(Form.BOOLEAN, value ? 1 : 0, null);
    }

    /** Creates a text. */
    public static WireValue ofText(String value) {
        return new WireValue(Form.TEXT, 0, value);
    }

    /**
     * Whether a whole number is certainly exact. A float of 2^24 or more, and a double of 2^53 or
     * more, can be the result of rounding.
     */
    public boolean isExactIfWhole() {
        return switch (form) {
            case FLOAT -> Math.abs(asFloat()) < 1 << 24;
            case DOUBLE -> Math.abs(asDouble()) < 1L << 53;
            default -> true;
        };
    }

    float asFloat() {
        return Float.intBitsToFloat((int) bits);
    }

    double asDouble() {
        return Double.longBitsToDouble(bits);
    }

    /** The value as text, for quality records. */
    public String observed() {
        return switch (form) {
            case ABSENT -> "no value";
            case INT, LONG -> Long.toUnsignedString(bits);
            case FLOAT -> Float.toString(asFloat());
            case DOUBLE -> Double.toString(asDouble());
            case BOOLEAN -> Boolean.toString(bits != 0);
            case TEXT, UNSUPPORTED -> text;
        };
    }
}
