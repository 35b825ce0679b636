package io.fueloptimine.connectors.mqtt.connection;

import io.fueloptimine.models.mine.input.TextFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.security.UnrecoverableKeyException;
import org.apache.flink.configuration.ConfigOption;

/** Thrown when a file that a connection needs is missing or invalid. */
public final class UnusableFileException extends IOException {

    UnusableFileException(ConfigOption<?> option, String file, String expected, Exception cause) {
        super(option.key() + " is '" + file + "', expected " + expected + reason(cause), cause);
    }

    private static String reason(Exception cause) {
        if (cause == null) {
            return "";
        }
        if (cause.getCause() instanceof UnrecoverableKeyException) {
            return ", but its password is wrong";
        }
        if (cause instanceof CharacterCodingException) {
            return ", but it is not UTF-8 text";
        }
        // Only exceptions of the file system name its file and have a reason worth showing.
        return cause instanceof FileSystemException file ? ": it " + TextFile.reason(file) : "";
    }
}
