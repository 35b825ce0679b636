package io.fueloptimine.jobs.ingest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Eclipse Mosquitto in a child process, where it is installed.
 *
 * <p>Sessions and queues are kept in memory and written to {@code mosquitto.db} when it stops, on
 * {@link #save()}, and every half hour: a killed Mosquitto comes back with what it last saved. Not
 * for use by several threads at once.
 */
final class MosquittoProcess implements AutoCloseable {

    /** Who may do what, where a test lays such a file into the folder before the start. */
    static final String RIGHTS = "rights.acl";

    private static final Duration START_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);

    private final Process process;
    private final Thread endsWithUs;
    private final Path data;
    private final int port;

    private MosquittoProcess(Process process, Path data, int port) {
        this.process = process;
        this.endsWithUs = new Thread(process::destroyForcibly);
        this.data = data;
        this.port = port;
        Runtime.getRuntime().addShutdownHook(endsWithUs);
    }

    /** The program, on the PATH or where Debian puts it; empty if it is not installed. */
    static Optional<Path> program() {
        Stream<String> path = Arrays.stream(System.getenv("PATH").split(":"));
        return Stream.concat(path, Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, "mosquitto"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts it and waits until it accepts connections.
     *
     * @param port the TCP port on loopback; 0 takes a free one, see {@link #port()}
     * @param data the folder that survives restarts, with its configuration and its log
     * @param inflightWindow messages that one session may hold unacknowledged
     */
    static MosquittoProcess start(int port, Path data, int inflightWindow) throws IOException {
        Path program = program().orElseThrow(() -> new IOException("mosquitto is not installed"));
        int chosen = port == 0 ? freePort() : port;
        Path settings = writeSettings(Files.createDirectories(data), chosen, inflightWindow);
        Process process =
                new ProcessBuilder(program.toString(), "-c", settings.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        data.resolve("mosquitto.log").toFile()))
                        .start();
        MosquittoProcess started = new MosquittoProcess(process, data, chosen);
        Waiting.until(
                START_TIMEOUT,
                () -> !process.isAlive() || started.accepts(),
                () -> "mosquitto does not listen; see " + data);
        if (!process.isAlive()) {
            throw new IOException("mosquitto ended at once; its log is in " + data);
        }
        return started;
    }

    int port() {
        return port;
    }

    /** Writes sessions and queues to disk now. */
    void save() throws IOException {
        Path file = data.resolve("mosquitto.db");
        Files.deleteIfExists(file);
        new ProcessBuilder("kill", "-USR1", Long.toString(process.pid())).start();
        // It writes another file and renames that, so that what is there is whole.
        Waiting.until(START_TIMEOUT, () -> Files.exists(file), () -> "nothing was saved");
    }

    /** Ends it at once, as a power cut would. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Stops it cleanly: it saves what it holds. */
    @Override
    public void close() {
        process.destroy();
        if (!awaitEnd()) {
            kill();
        }
        Runtime.getRuntime().removeShutdownHook(endsWithUs);
    }

    private static Path writeSettings(Path data, int port, int inflightWindow) throws IOException {
        String settings =
                """
                user %s
                listener %d 127.0.0.1
                allow_anonymous true
                persistence true
                persistence_location %s/
                max_inflight_messages %d
                max_queued_messages 0
                """
                        .formatted(System.getProperty("user.name"), port, data, inflightWindow);
        Path rights = data.resolve(RIGHTS);
        if (Files.exists(rights)) {
            settings += "acl_file " + rights + "\n";
        }
        return Files.writeString(data.resolve("mosquitto.conf"), settings);
    }

    private boolean accepts() {
        try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return probe.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private boolean awaitEnd() {
        try {
            return process.waitFor(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
