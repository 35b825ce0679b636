package io.fueloptimine.connectors.parquet;

/** Thrown when a row of the lake has a value that its record cannot have. The row is left out. */
final class UnreadableRowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param fault names the field, the value and the expected value
     */
    UnreadableRowException(String fault, Throwable cause) {
        super(fault, cause);
    }
}
