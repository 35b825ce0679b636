package io.fueloptimine.jobs.cli.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A process of which a test shows the last lines if it waits in vain.
 *
 * @param name for messages
 * @param logs the files that the process writes; a file that does not exist is left out
 */
record ClusterProcess(String name, Process process, List<Path> logs) implements AutoCloseable {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    private static final int TAIL_LINES = 20;
    private static final int LINE_CHARACTERS = 300;

    boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Ends the process at once, with its child processes.
     *
     * @throws IllegalStateException if it has not ended after 10 s
     */
    void kill() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        if (!endsWithin(STOP_LIMIT)) {
            throw new IllegalStateException(
                    name + " has not ended " + STOP_LIMIT.toSeconds() + " s after SIGKILL");
        }
    }

    boolean endsWithin(Duration limit) throws InterruptedException {
        return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends the process, at once if it takes longer than 10 s. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        try {
            endsWithin(STOP_LIMIT);
        } finally {
            kill();
        }
    }

    /** The name, whether it runs, and the last lines of each log. */
    String state() {
        String state = isAlive() ? "runs" : "has ended with exit code " + process.exitValue();
        return Stream.concat(Stream.of(name + " " + state), logs.stream().map(ClusterProcess::tail))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String shortened(String line) {
        return line.substring(0, Math.min(line.length(), LINE_CHARACTERS));
    }

    private static String tail(Path log) {
        if (!Files.exists(log)) {
            return log + " does not exist";
        }
        try {
            // Every byte is a character of ISO 8859-1: a file that is still written has half ones.
            List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
            List<String> last = lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
            return log
                    + ":"
                    + System.lineSeparator()
                    + last.stream()
                            .map(ClusterProcess::shortened)
                            .collect(Collectors.joining(System.lineSeparator()));
        } catch (IOException e) {
            return log + " cannot be read: " + e;
        }
    }
}
