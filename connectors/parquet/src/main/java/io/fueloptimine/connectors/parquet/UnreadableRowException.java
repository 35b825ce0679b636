package io.fueloptimine.connectors.parquet;

/**
 * Thrown when a row of the lake has a value that is not valid in its record. The row is then left
 * out.
 */
final class UnreadableRowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param fault the fault, which names the field, the value and the expected value
     */
    UnreadableRowException(String fault, Throwable cause) {
        super(fault, cause);
    }
}
