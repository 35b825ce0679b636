package io.fueloptimine.jobs.backfill.files;

import io.fueloptimine.models.mine.input.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;

/** Finds files by a pattern, as a shell does. */
final class MatchingFiles {

    private MatchingFiles() {}

    /**
     * The regular files that match, sorted by path.
     *
     * @param pattern a path with {@code *}, {@code ?}, {@code [..]}, {@code {a,b}} and {@code **};
     *     relative paths begin in the working directory
     * @throws InvalidInputException when the pattern is invalid or no file matches
     */
    static List<Path> of(String pattern) {
        String absolute =
                pattern.startsWith("/") ? pattern : Path.of("").toAbsolutePath() + "/" + pattern;
        Path root = rootOf(absolute);
        try (Stream<Path> paths = Files.walk(root)) {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + absolute);
            List<Path> found =
                    paths.filter(matcher::matches).filter(Files::isRegularFile).sorted().toList();
            if (!found.isEmpty()) {
                return found;
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new InvalidInputException(
                    "--files " + pattern + " cannot be read, expected a pattern of files", e);
        }
        throw new InvalidInputException(
                "--files "
                        + pattern
                        + " matches no file, expected a pattern such as"
                        + " 'export/*.csv'");
    }

    /** The folder before the first name with a wildcard. */
    private static Path rootOf(String pattern) {
        int wildcard = pattern.length();
        for (char mark : "*?[{".toCharArray()) {
            int at = pattern.indexOf(mark);
            wildcard = at >= 0 ? Math.min(wildcard, at) : wildcard;
        }
        return Path.of(pattern.substring(0, pattern.lastIndexOf('/', wildcard - 1) + 1));
    }
}
