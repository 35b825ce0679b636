package io.fueloptimine.connectors.mlflow;

/** An MLflow server did not do what it was asked; the message says why, fit for a terminal. */
final class MlflowException extends Exception {

    private static final long serialVersionUID = 1L;
    private static final String MISSING = "RESOURCE_DOES_NOT_EXIST";
    private static final int LONGEST = 300;

    private final String errorCode;

    private MlflowException(String message, String errorCode, Throwable cause) {
        super(printable(message), cause);
        this.errorCode = errorCode;
    }

    /** Nothing usable came back. */
    static MlflowException silent(String message, Throwable cause) {
        return new MlflowException(message, "", cause);
    }

    /** It refused. */
    static MlflowException refused(String message, String errorCode) {
        return new MlflowException(message, errorCode, null);
    }

    /** Whether it refused because what was asked for is not there. */
    boolean saysMissing() {
        return errorCode.equals(MISSING);
    }

    /** Whatever a server says, it is one line without control characters. */
    private static String printable(String message) {
        String line = message.replaceAll("\\p{C}+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }
}
