package io.fueloptimine.connectors.sparkplug.payload;

/**
 * What is wrong with a Sparkplug message: carried as an exception to whoever writes it down.
 * Stackless, because a broken sender repeats itself.
 */
public final class SparkplugFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String observed;
    private final String expected;

    /**
     * @param field the metric or field at fault; null when it is the whole message
     * @param observed what stood there, as text; null when nothing did
     * @param expected what was wanted, as text
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
