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

/**
 * A broker that runs in a child process and dies with this one.
 *
 * <p>Uses nothing but the JDK, so that a job can start the broker without having HiveMQ on its own
 * classpath. Not for use by several threads at once.
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
     * What to put on the broker's classpath when it was built but not unpacked elsewhere.
     *
     * @param target the build folder of this module, with its classes or jar and {@code lib/}
     * @throws IOException if the folder holds no built broker
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
     * @param port the TCP port; 0 lets the system choose, see {@link #port()}
     * @param data the folder that survives restarts; what the broker says goes to {@code
     *     broker.log} and {@code broker.err} in it
     * @throws IOException if it does not come up; the message holds what the broker complained of
     */
    public static BrokerProcess start(
            List<Path> classpath, int port, Path data, BrokerSettings settings) throws IOException {
        Files.createDirectories(data);
        Path complaints = data.resolve("broker.err");
        BrokerCommand command = new BrokerCommand(port, data, Optional.empty(), settings, true);
        Process process =
                new ProcessBuilder(commandLine(classpath, command))
                        .redirectError(complaints.toFile())
                        .start();
        try {
            return new BrokerProcess(process, awaitReady(process));
        } catch (IOException e) {
            end(process);
            throw new IOException(e.getMessage() + complaintsIn(complaints), e);
        }
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** The port of the encrypted listener, 0 if there is none. */
    public int tlsPort() {
        return tlsPort;
    }

    /** Whether the process still runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** The operating system's id of the process. */
    public long pid() {
        return process.pid();
    }

    /** Ends the process at once, as a power cut would; for tests of recovery. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd(process, STOP_TIMEOUT);
    }

    /** Stops the broker cleanly; kills it when that takes longer than 20 s. */
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
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--add-opens=java.base/java.nio=ALL-UNNAMED",
                        "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                        "--add-opens=jdk.management/com.sun.management.internal=ALL-UNNAMED",
                        "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED"));
        line.add("-cp");
        line.add(String.join(File.pathSeparator, classpath.stream().map(Path::toString).toList()));
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
            throw new IOException("the broker's output broke", e.getCause());
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

    private static String complaintsIn(Path file) throws IOException {
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
