package io.fueloptimine.models.message;

/** The check that a field without which a message says nothing is there. */
final class Required {

    private Required() {}

    static void present(String field, Object value) throws FieldFault {
        if (value == null) {
            throw new FieldFault(field, null, "a value");
        }
    }
}
