package io.fueloptimine.jobs.broker.mosquitto;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Eclipse Mosquitto in a child process, which ends together with this JVM. Not thread-safe.
 *
 * <p>Mosquitto keeps sessions and queues in memory and writes them to {@code mosquitto.db} at a
 * clean stop, after {@link #save()} and periodically ({@code autosave_interval}). After a kill,
 * Mosquitto starts with the last written state; messages that Mosquitto acknowledged after the last
 * write are lost.
 */
public final class MosquittoProcess implements AutoCloseable {

    private static final Duration START_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);
    private static final long POLL_NS = Duration.ofMillis(20).toNanos();
    private static final String DATABASE = "mosquitto.db";

    private final Process process;
    private final Thread killAtExit;
    private final Path data;
    private final int port;

    private MosquittoProcess(Process process, Path data, int port) {
        this.process = process;
        this.killAtExit = new Thread(process::destroyForcibly);
        this.data = data;
        this.port = port;
        Runtime.getRuntime().addShutdownHook(killAtExit);
    }

    /**
     * Starts Mosquitto on loopback, without authentication, and waits until it accepts connections.
     *
     * @param program the executable, see {@link MosquittoProgram#find()}
     * @param port the TCP port; 0 for a free port, see {@link #port()}
     * @param data the folder with configuration, database and log, which remain after a stop
     * @param settings lines of mosquitto.conf, such as limits and persistence
     * @throws IOException if Mosquitto does not start within 20 s; the log is in the data folder
     */
    public static MosquittoProcess start(
            Path program, int port, Path data, MosquittoSettings settings) throws IOException {
        Files.createDirectories(data);
        int chosen = port == 0 ? freePort() : port;
        Path file = data.resolve("mosquitto.conf");
        Files.writeString(file, settings.toConfig(chosen, data));
        Process process =
                new ProcessBuilder(program.toString(), "-c", file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        data.resolve("mosquitto.log").toFile()))
                        .start();
        MosquittoProcess started = new MosquittoProcess(process, data, chosen);
        boolean ready = holdsWithin(() -> !process.isAlive() || started.acceptsConnections());
        if (!ready || !process.isAlive()) {
            started.kill();
            throw new IOException("mosquitto did not start; see " + data.resolve("mosquitto.log"));
        }
        return started;
    }

    /** The TCP port on which Mosquitto listens. */
    public int port() {
        return port;
    }

    /** Whether the process is running. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** The process id. */
    public long pid() {
        return process.pid();
    }

    /**
     * Writes sessions and queues to disk (SIGUSR1) and waits until they are written.
     *
     * @throws IOException if nothing was written within 20 s
     */
    public void save() throws IOException {
        Path database = data.resolve(DATABASE);
        Files.deleteIfExists(database);
        new ProcessBuilder("kill", "-USR1", Long.toString(process.pid())).start();
        // Mosquitto writes to another file and renames it, so an existing file is complete.
        if (!holdsWithin(() -> Files.exists(database))) {
            throw new IOException("mosquitto did not write " + database);
        }
    }

    /**
     * Kills the process (SIGKILL). Messages that Mosquitto acknowledged after the last save are
     * lost.
     */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
        removeHook();
    }

    /**
     * Stops the process cleanly (SIGTERM); Mosquitto then saves sessions and queues. The process is
     * killed if the stop takes longer than 20 s.
     */
    @Override
    public void close() {
        process.destroy();
        if (!awaitEnd()) {
            process.destroyForcibly();
            awaitEnd();
        }
        removeHook();
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(killAtExit);
        } catch (IllegalStateException e) {
            // The JVM is shutting down and runs the hook.
        }
    }

    private boolean acceptsConnections() {
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

    private static boolean holdsWithin(BooleanSupplier condition) {
        long deadlineNs = System.nanoTime() + START_TIMEOUT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadlineNs || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(POLL_NS);
        }
        return true;
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
