package io.fueloptimine.models.dispatch.session;

/** Thrown when a request cannot be answered. It has no stack trace, because requests are input. */
final class RequestFaultException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String value;
    private final String expected;

    /**
     * @param field the path of the invalid field
     * @param value the value found; null when it is missing
     * @param expected a description of valid values
     */
    RequestFaultException(String field, Object value, String expected) {
        super(field + " is " + value + ", expected " + expected, null, false, false);
        this.field = field;
        this.value = value == null ? null : value.toString();
        this.expected = expected;
    }

    String field() {
        return field;
    }

    String value() {
        return value;
    }

    String expected() {
        return expected;
    }
}
