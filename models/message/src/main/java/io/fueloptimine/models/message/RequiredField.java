package io.fueloptimine.models.message;

/** Checks that a required field of a message has a value. */
final class RequiredField {

    private RequiredField() {}

    static void check(String field, Object value) throws InvalidFieldException {
        if (value == null) {
            throw new InvalidFieldException(field, null, "a value");
        }
    }
}
