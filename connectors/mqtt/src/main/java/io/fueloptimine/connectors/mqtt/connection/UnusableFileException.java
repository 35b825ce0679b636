package io.fueloptimine.connectors.mqtt.connection;

import java.io.IOException;
import org.apache.flink.configuration.ConfigOption;

/** A file that a connection needs is missing or invalid. */
public final class UnusableFileException extends IOException {

    UnusableFileException(ConfigOption<?> option, String file, String expected, Exception cause) {
        super(option.key() + " is '" + file + "', expected " + expected + reason(cause), cause);
    }

    private static String reason(Exception cause) {
        return cause == null
                ? ""
                : " (" + cause.getClass().getSimpleName() + ": " + cause.getMessage() + ")";
    }
}
