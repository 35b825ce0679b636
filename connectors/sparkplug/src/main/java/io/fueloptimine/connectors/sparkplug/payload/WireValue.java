package io.fueloptimine.connectors.sparkplug.payload;

/**
 * A metric's value before its datatype is known: the field of the union that was set, and its bits.
 *
 * @param form the field that was set
 * @param bits the number, as its 32 or 64 bits; 1 for true
 * @param text of {@link Form#TEXT}; of {@link Form#UNSUPPORTED} a description; else null
 */
public record WireValue(Form form, long bits, String text) {

    /** The fields of the union. */
    public enum Form {
        /** No field. */
        ABSENT,
        INT,
        LONG,
        FLOAT,
        DOUBLE,
        BOOLEAN,
        TEXT,
        /** Bytes, a data set, a template, or a text that is too long or not UTF-8. */
        UNSUPPORTED
    }

    /** No value. */
    public static final WireValue ABSENT = new WireValue(Form.ABSENT, 0, null);

    /**
     * A value that is not read.
     *
     * @param found describes it, for quality records
     */
    public static WireValue unsupported(String found) {
        return new WireValue(Form.UNSUPPORTED, 0, found);
    }

    /** A 32-bit integer; signed integers are sent as unsigned. */
    public static WireValue ofInt(int value) {
        return new WireValue(Form.INT, value & 0xFFFF_FFFFL, null);
    }

    /** A 64-bit integer. */
    public static WireValue ofLong(long value) {
        return new WireValue(Form.LONG, value, null);
    }

    /** A single-precision number. */
    public static WireValue ofFloat(float value) {
        return new WireValue(Form.FLOAT, Float.floatToRawIntBits(value) & 0xFFFF_FFFFL, null);
    }

    /** A double-precision number. */
    public static WireValue ofDouble(double value) {
        return new WireValue(Form.DOUBLE, Double.doubleToRawLongBits(value), null);
    }

    /** A boolean. */
    public static WireValue ofBoolean(boolean value) {
        return new WireValue(Form.BOOLEAN, value ? 1 : 0, null);
    }

    /** A text. */
    public static WireValue ofText(String value) {
        return new WireValue(Form.TEXT, 0, value);
    }

    /**
     * Whether a whole number is certainly the one that the sender meant: from 2^24 on a float, and
     * from 2^53 on a double may be a rounded one.
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
