package io.fueloptimine.jobs.local.stack;

import java.nio.file.Path;

/**
 * Converts local paths to Flink's text form and back.
 *
 * <p>Flink's {@code Path} takes the text after {@code file:} literally: it does not decode {@code
 * %20}, so {@link Path#toUri} of a folder with a space would name another folder.
 */
final class FlinkPath {

    private FlinkPath() {}

    /** The text that Flink reads as this path. */
    static String of(Path path) {
        return "file:" + path.toAbsolutePath();
    }

    /** The local path of a text from Flink. */
    static Path toLocal(String flinkPath) {
        return Path.of(new org.apache.flink.core.fs.Path(flinkPath).getPath());
    }
}
