package io.fueloptimine.connectors.mlflow;

/**
 * Thrown when a call to an MLflow server fails. The message is one line without control characters.
 */
final class MlflowException extends Exception {

    private static final long serialVersionUID = 1L;
    private static final String NOT_FOUND = "RESOURCE_DOES_NOT_EXIST";
    private static final int MAX_LENGTH = 300;

    private final String errorCode;

    private MlflowException(String message, String errorCode, Throwable cause) {
        super(printable(message), cause);
        this.errorCode = errorCode;
    }

    /** Creates an exception for a call that returned no usable answer. */
    static MlflowException failed(String message, Throwable cause) {
        return new MlflowException(message, "", cause);
    }

    /** Creates an exception for a call that the server answered with an error. */
    static MlflowException refused(String message, String errorCode) {
        return new MlflowException(message, errorCode, null);
    }

    /** Whether the requested object does not exist. */
    boolean isNotFound() {
        return errorCode.equals(NOT_FOUND);
    }

    /**
     * Removes control characters from a message and truncates it, because servers are not trusted.
     */
    private static String printable(String message) {
        String line = message.replaceAll("\\p{C}+", " ").strip();
        return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "...";
    }
}
