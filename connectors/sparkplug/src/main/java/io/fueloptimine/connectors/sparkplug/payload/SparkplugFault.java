package io.fueloptimine.connectors.sparkplug.payload;

/**
 * A fault of a Sparkplug message, which is reported as a quality record. The exception has no stack
 * trace, because a faulty sender can cause many such exceptions.
 */
public final class SparkplugFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String observed;
    private final String expected;

    /**
     * @param field the faulty metric or field; null for the whole message
     * @param observed the observed value as text; null if missing
     * @param expected the expected value as text
     */
    public SparkplugFault(String field, String observed, String expected) {
        super(field + ": " + observed + ", expected " + expected, null, false, false);
        this.field = field;
        this.observed = observed;
        this.expected = expected;
    }

    public String field() {
        return field;
    }

    public String observed() {
        return observed;
    }

    public String expected() {
        return expected;
    }
}
