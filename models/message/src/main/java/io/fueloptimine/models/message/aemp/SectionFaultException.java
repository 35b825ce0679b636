package io.fueloptimine.models.message.aemp;

/** Thrown when a section cannot be read. The other sections of the machine are not affected. */
final class SectionFaultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SectionFaultException(String field, String found, String expected) {
        super(field + " is '" + found + "', expected " + expected, null, false, false);
    }
}
