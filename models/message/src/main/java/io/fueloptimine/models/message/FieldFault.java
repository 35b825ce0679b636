package io.fueloptimine.models.message;

/**
 * What is wrong with a message: carried as an exception from the place that sees it to the decoder,
 * which turns it into a {@link DecodeResult}. Stackless, because a broken sender repeats itself.
 */
final class FieldFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String observed;
    private final String expected;

    /**
     * @param field the field at fault; null when it is the whole message
     * @param observed what stood there, as text; null when nothing did
     * @param expected what was wanted, as text
     */
    FieldFault(String field, String observed, String expected) {
        super(expected, null, false, false);
        this.field = field;
        this.observed = observed;
        this.expected = expected;
    }

    String field() {
        return field;
    }

    String observed() {
        return observed;
    }

    String expected() {
        return expected;
    }
}
