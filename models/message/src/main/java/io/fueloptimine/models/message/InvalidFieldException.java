package io.fueloptimine.models.message;

/**
 * Thrown when a message is invalid; the decoder converts it to a {@link DecodeResult.Unreadable}.
 * The exception has no stack trace, because a faulty sender causes many such exceptions.
 */
final class InvalidFieldException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String observed;
    private final String expected;

    /**
     * @param field the invalid field; null when the message as a whole is invalid
     * @param observed the value found, as text; null when there is none
     * @param expected a description of valid values
     */
    InvalidFieldException(String field, String observed, String expected) {
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
