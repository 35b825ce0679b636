package io.fueloptimine.jobs.training.fleet;

/** Checks that a mapping has its required fields. */
final class RequiredFields {

    private RequiredFields() {}

    /**
     * Requires a field.
     *
     * @throws IllegalArgumentException if it is missing
     */
    static void require(String field, Object value) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
    }
}
