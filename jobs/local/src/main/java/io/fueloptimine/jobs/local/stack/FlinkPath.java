package io.fueloptimine.jobs.local.stack;

import java.nio.file.Path;

/**
 * Converts local paths to Flink's text form and back.
 *
 * <p>Flink's class {@code Path} does not decode {@code %20} in the text after {@code file:}. The
 * text of {@link Path#toUri} is therefore not usable for a folder whose name contains a space.
 */
final class FlinkPath {

    private FlinkPath() {}

    /** The text from which Flink creates the given path. */
    static String of(Path path) {
        return "file:" + path.toAbsolutePath();
    }

    /** Converts a path in Flink's text form to a local path. */
    static Path toLocal(String flinkPath) {
        return Path.of(new org.apache.flink.core.fs.Path(flinkPath).getPath());
    }
}
