package io.fueloptimine.jobs.training.fleet;

/** What a mapping must say. */
final class Given {

    private Given() {}

    /**
     * Insists on a field.
     *
     * @throws IllegalArgumentException when it is not given
     */
    static void require(String field, Object value) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
    }
}
