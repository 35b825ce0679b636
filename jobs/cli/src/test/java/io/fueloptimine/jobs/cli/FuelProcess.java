package io.fueloptimine.jobs.cli;

import io.fueloptimine.jobs.local.stack.Await;
import io.fueloptimine.jobs.local.stack.FuelHome;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A {@code fuel} command in a JVM of its own, as the launcher starts it. Records its output and the
 * classes that it loads, so that a test can wait for a stage of it.
 */
final class FuelProcess implements AutoCloseable {

    private static final Duration STAGE_LIMIT = Duration.ofMinutes(3);

    private final Process process;
    private final Path output;
    private final Path loadedClasses;

    private FuelProcess(Process process, Path output, Path loadedClasses) {
        this.process = process;
        this.output = output;
        this.loadedClasses = loadedClasses;
    }

    /**
     * Starts a command.
     *
     * @param folder an existing folder for the files of this class, one for each process
     */
    static FuelProcess start(Path folder, List<String> arguments) throws IOException {
        return start(folder, Fuel.class, arguments);
    }

    /** Starts the {@code main} of a class, such as a job. */
    static FuelProcess start(Path folder, Class<?> main, List<String> arguments)
            throws IOException {
        Path home = FuelHome.find().root();
        Path output = folder.resolve("output");
        Path loadedClasses = folder.resolve("classes");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xmx1g",
                        "-Xlog:class+load=info:file=" + loadedClasses,
                        "--add-opens=java.base/java.util=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--add-opens=java.base/java.time=ALL-UNNAMED",
                        "-Dfuel.home=" + home,
                        "-Dlog4j2.configurationFile="
                                + home.resolve("flink-conf/local/log4j2.properties"),
                        "-Dlog4j.shutdownHookEnabled=false",
                        main.getName()));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().put("CLASSPATH", classPath());
        return new FuelProcess(builder.start(), output, loadedClasses);
    }

    /** Waits until the command has printed a text. */
    void awaitOutput(String text) {
        awaitStage("the output has '" + text + "'", output, text);
    }

    /** Waits until the JVM has loaded a class. */
    void awaitClass(String name) {
        awaitStage("the class " + name + " is loaded", loadedClasses, " " + name + " ");
    }

    /** Waits until a file has a text. */
    void awaitText(Path file, String text) {
        awaitStage(file + " has '" + text + "'", file, text);
    }

    /** Sends a signal, such as INT. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    }

    /** The child processes, and theirs. */
    List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    /** The exit code, if the process ends within the limit; otherwise -1. */
    int exitCodeWithin(Duration limit) throws InterruptedException {
        return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : -1;
    }

    /** What the command has printed so far. */
    String output() {
        return read(output);
    }

    @Override
    public void close() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    private void awaitStage(String what, Path file, String text) {
        Await.until(what, STAGE_LIMIT, () -> read(file).contains(text) || !process.isAlive());
        if (!process.isAlive()) {
            throw new AssertionError("ended before " + what + ": " + output());
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }

    private static String classPath() {
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            entries.add(Path.of(entry).toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, entries);
    }
}
