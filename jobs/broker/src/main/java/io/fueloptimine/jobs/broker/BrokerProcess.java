package io.fueloptimine.jobs.broker;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * A broker in a child process. The child process ends when this process ends.
 *
 * <p>The class depends on the JDK only, so that a job can start the broker without HiveMQ on its
 * class path. Not thread-safe.
 */
public final class BrokerProcess implements AutoCloseable {

    private static final Duration START_TIMEOUT = Duration.ofSeconds(90);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);

    private final Process process;
    private final int port;
    private final int tlsPort;

    private BrokerProcess(Process process, List<Integer> ports) {
        this.process = process;
        this.port = ports.get(0);
        this.tlsPort = ports.size() > 1 ? ports.get(1) : 0;
    }

    /**
     * Returns the broker's class path in a build folder.
     *
     * @param target the build folder of this module, with its classes or jar and {@code lib/}
     * @throws IOException if the folder does not contain a built broker
     */
    public static List<Path> classpathIn(Path target) throws IOException {
        List<Path> classpath = new ArrayList<>();
        if (!Files.isDirectory(target.resolve("lib"))) {
            throw new IOException("no broker was built in " + target + ": run mvn package");
        }
        classpath.add(target.resolve("classes"));
        try (var files = Files.newDirectoryStream(target, "fueloptimine-jobs-broker-*.jar")) {
            files.forEach(classpath::add);
        }
        classpath.add(target.resolve("lib").resolve("*"));
        return classpath;
    }

    /**
     * Starts a broker and waits until it accepts connections.
     *
     * @param classpath jars, class folders, or {@code folder/*} for all jars in a folder
     * @param port the TCP port; 0 for a free port, see {@link #port()}
     * @param data the folder with the broker's data, which remain after a stop; it also contains
     *     {@code broker.log} and {@code broker.err}
     * @throws IOException if the broker does not start; the message contains the broker's error
     *     output
     */
    public static BrokerProcess start(
            List<Path> classpath, int port, Path data, BrokerSettings settings) throws IOException {
        Path folder = Files.createDirectories(data.toAbsolutePath());
        Path errorFile = folder.resolve("broker.err");
        BrokerCommand command = new BrokerCommand(port, folder, Optional.empty(), settings, true);
        Process process =
                new ProcessBuilder(commandLine(classpath, command))
                        .directory(folder.toFile())
                        .redirectError(errorFile.toFile())
                        .start();
        try {
            return new BrokerProcess(process, awaitReady(process));
        } catch (IOException e) {
            end(process);
            throw new IOException(e.getMessage() + errorOutput(errorFile), e);
        }
    }

    /** The port of the plain listener; 0 if there is none. */
    public int port() {
        return port;
    }

    /** The port of the TLS listener; 0 if there is none. */
    public int tlsPort() {
        return tlsPort;
    }

    /** Whether the process is running. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** The process id. */
    public long pid() {
        return process.pid();
    }

    /** Kills the process (SIGKILL), for tests of the recovery after a crash. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd(process, STOP_TIMEOUT);
    }

    /** Stops the broker cleanly (SIGTERM), and kills it if the stop takes longer than 20 s. */
    @Override
    public void close() {
        end(process);
    }

    private static List<String> commandLine(List<Path> classpath, BrokerCommand command) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add("-Xmx" + command.settings().heapMib() + "m");
        line.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Djava.awt.headless=true",
                        "-Dfile.encoding=UTF-8",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--add-opens=java.base/java.nio=ALL-UNNAMED",
                        "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                        "--add-opens=jdk.management/com.sun.management.internal=ALL-UNNAMED",
                        "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED"));
        line.add("-cp");
        line.add(
                classpath.stream()
                        .map(entry -> entry.toAbsolutePath().toString())
                        .collect(Collectors.joining(File.pathSeparator)));
        line.add("io.fueloptimine.jobs.broker.Broker");
        line.addAll(command.toArguments());
        return line;
    }

    private static List<Integer> awaitReady(Process process) throws IOException {
        CompletableFuture<String> firstLine =
                CompletableFuture.supplyAsync(() -> firstLine(process));
        try {
            String line = firstLine.get(START_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            if (line.startsWith("ready ")) {
                String[] ports = line.substring("ready ".length()).split(" ");
                return Arrays.stream(ports).map(Integer::valueOf).toList();
            }
            throw new IOException("the broker ended before it was ready. " + line);
        } catch (TimeoutException e) {
            throw new IOException("the broker was not ready within " + START_TIMEOUT, e);
        } catch (ExecutionException e) {
            throw new IOException("cannot read the broker's output", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the broker was starting", e);
        }
    }

    private static String firstLine(Process process) {
        BufferedReader output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        try {
            String line = output.readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    private static String errorOutput(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file).strip() : "";
    }

    private static void end(Process process) {
        process.destroy();
        if (!awaitEnd(process, STOP_TIMEOUT)) {
            process.destroyForcibly();
            awaitEnd(process, STOP_TIMEOUT);
        }
    }

    private static boolean awaitEnd(Process process, Duration timeout) {
        boolean interrupted = Thread.interrupted();
        try {
            return process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
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
