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
 * A JVM in a child process, with the class path of this JVM. Thread-safe.
 *
 * <p>The output of the child process is appended to a file. The standard input of the child process
 * is a pipe from this process. When this process ends for any reason, {@link ChildMain} reads the
 * end of the pipe and exits.
 */
final class ChildJvm implements SupervisedProcess.Running {

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final Process process;

    private ChildJvm(Process process) {
        this.process = process;
    }

    /**
     * Starts the JVM, and returns without waiting for it. The working folder of the JVM is the
     * folder of the output file.
     *
     * @param mainClass the class whose {@code main} method the JVM runs
     * @param jvmOptions the options of the JVM
     * @param arguments the arguments of {@code main}; paths in the arguments must be absolute
     * @param output the file to which standard output and error are appended
     */
    static ChildJvm start(
            String mainClass, List<String> jvmOptions, List<String> arguments, Path output)
            throws IOException {
        Files.createDirectories(output.getParent());
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dfile.encoding=UTF-8");
        command.addAll(jvmOptions);
        command.add(ChildMain.class.getName());
        command.add(mainClass);
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(output.toAbsolutePath().getParent().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.appendTo(output.toFile()));
        builder.environment().put("CLASSPATH", classPath());
        return new ChildJvm(builder.start());
    }

    /** The JVM option that makes Log4j read {@code log4j2.properties} in a folder. */
    static String log4jConfiguration(Path folder) {
        // Log4j takes a URI, or several that are separated by commas.
        String uri = folder.resolve("log4j2.properties").toUri().toString();
        return "-Dlog4j2.configurationFile=" + uri.replace(",", "%2C");
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public long pid() {
        return process.pid();
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

    /**
     * The class path of this JVM. The child process receives the class path in an environment
     * variable, because the length of a command line is more limited.
     */
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
