package io.fueloptimine.jobs.local.stack;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A JVM with this one's class path, in a child process that dies with this one. Thread-safe.
 *
 * <p>What it prints is appended to a file; its standard input stays open until {@link #close}, and
 * its end is what tells {@link ChildMain} to go.
 */
final class ChildJvm implements SupervisedProcess.Running {

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final Process process;

    private ChildJvm(Process process) {
        this.process = process;
    }

    /**
     * Starts the JVM; does not wait for anything.
     *
     * @param mainClass the class whose {@code main} it runs
     * @param jvmOptions the JVM's own options
     * @param arguments what {@code main} is given
     * @param output where what it prints is appended
     */
    static ChildJvm start(
            String mainClass, List<String> jvmOptions, List<String> arguments, Path output)
            throws IOException {
        Files.createDirectories(output.getParent());
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(jvmOptions);
        line.add(ChildMain.class.getName());
        line.add(mainClass);
        line.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(line)
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.appendTo(output.toFile()));
        builder.environment().put("CLASSPATH", classPath());
        return new ChildJvm(builder.start());
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    @Override
    public void close() {
        process.destroy();
        if (!awaitEnd()) {
            kill();
        }
    }

    /** By the environment, since a command line has a shorter limit; made absolute. */
    private static String classPath() {
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            entries.add(Path.of(entry).toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, entries);
    }

    private boolean awaitEnd() {
        boolean interrupted = Thread.interrupted();
        try {
            return process.waitFor(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
            return false;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
