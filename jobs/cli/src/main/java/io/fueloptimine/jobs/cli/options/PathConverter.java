package io.fueloptimine.jobs.cli.options;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.TypeConversionException;

/**
 * Converts the text of an option to a path, and rejects texts that cannot be the name of a file.
 */
public final class PathConverter {

    /**
     * The character with which Java replaces bytes that are invalid in the character set of the
     * locale.
     */
    private static final String UNDECODABLE = "\uFFFD";

    private PathConverter() {}

    /**
     * Converts a text to an absolute path, so that a child process with another working folder
     * reads the same file.
     *
     * @throws TypeConversionException if the text is empty, or the name is invalid in the character
     *     set of this JVM
     */
    public static Path convert(String text) {
        if (text.isEmpty()) {
            throw new TypeConversionException("the path is empty, expected a file or folder");
        }
        try {
            if (!text.contains(UNDECODABLE)) {
                return Path.of(text).toAbsolutePath();
            }
        } catch (InvalidPathException e) {
            // reported below
        }
        throw new TypeConversionException(
                "the path '"
                        + text
                        + "' is no text in the character set of this locale, "
                        + System.getProperty("sun.jnu.encoding")
                        + ", expected a name in UTF-8 and a locale with UTF-8, such as"
                        + " LC_ALL=C.UTF-8");
    }
}
