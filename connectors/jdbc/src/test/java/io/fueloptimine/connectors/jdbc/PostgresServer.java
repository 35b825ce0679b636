package io.fueloptimine.connectors.jdbc;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL server of the system's packages on a free port of the loopback address, one for all
 * tests of a JVM, which ends with it. PostgreSQL refuses to run as root, so that root starts it as
 * the user {@code postgres} of the packages. Tests are skipped where it is not installed.
 */
final class PostgresServer {

    static final String OWNER = "mine_owner";

    private static final Path PACKAGES = Path.of("/usr/lib/postgresql");
    private static final int OLDEST_VERSION = 15;
    private static final Duration START_LIMIT = Duration.ofMinutes(1);
    private static final String PASSWORD = UUID.randomUUID().toString();

    private static PostgresServer shared;

    private final int port;

    private PostgresServer(int port) {
        this.port = port;
    }

    /** The server, which is started by the first call; the test is skipped if there is none. */
    static synchronized PostgresServer shared() throws Exception {
        if (shared == null) {
            Optional<Path> programs = programs();
            assumeTrue(
                    programs.isPresent(),
                    "PostgreSQL " + OLDEST_VERSION + " or later is not installed: test skipped");
            shared = start(programs.get());
        }
        return shared;
    }

    /** A new, empty database. */
    SqlConnection newDatabase() throws SQLException {
        String name = "mine_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection server = database("postgres").open();
                Statement statement = server.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return database(name);
    }

    /** A connection as the owner, which is the administrator of the server. */
    SqlConnection database(String name) {
        return new SqlConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + name, OWNER, PASSWORD);
    }

    private static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(PACKAGES)) {
            return Optional.empty();
        }
        try (var versions = Files.list(PACKAGES)) {
            return versions.filter(version -> version.getFileName().toString().matches("\\d+"))
                    .filter(version -> number(version) >= OLDEST_VERSION)
                    .max(Comparator.comparingInt(PostgresServer::number))
                    .map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")));
        }
    }

    private static int number(Path version) {
        return Integer.parseInt(version.getFileName().toString());
    }

    private static PostgresServer start(Path programs) throws Exception {
        Path folder = Files.createTempDirectory("fuel-postgres");
        Path passwordFile = Files.writeString(folder.resolve("password"), PASSWORD);
        if (isRoot()) {
            run(List.of("chown", "-R", "postgres:postgres", folder.toString()), folder);
        }
        Path data = folder.resolve("data");
        run(
                asUser(
                        programs.resolve("initdb").toString(),
                        "--pgdata=" + data,
                        "--username=" + OWNER,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C.UTF-8",
                        "--no-sync"),
                folder);
        int port = freePort();
        Process server =
                new ProcessBuilder(
                                asUser(
                                        programs.resolve("postgres").toString(),
                                        "-D",
                                        data.toString(),
                                        "-h",
                                        "127.0.0.1",
                                        "-p",
                                        Integer.toString(port),
                                        "-k",
                                        folder.toString(),
                                        "-c",
                                        "fsync=off"))
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, folder)));
        PostgresServer started = new PostgresServer(port);
        started.awaitConnections(folder.resolve("log"));
        return started;
    }

    private void awaitConnections(Path log) throws Exception {
        Instant limit = Instant.now().plus(START_LIMIT);
        while (true) {
            try {
                database("postgres").open().close();
                return;
            } catch (SQLException e) {
                if (Instant.now().isAfter(limit)) {
                    fail("PostgreSQL does not start: " + Files.readString(log), e);
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }

    private static List<String> asUser(String... command) throws IOException {
        List<String> whole = new ArrayList<>();
        if (isRoot()) {
            whole.addAll(
                    List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        whole.addAll(List.of(command));
        return whole;
    }

    private static boolean isRoot() throws IOException {
        return Files.getOwner(Path.of("/proc/self")).getName().equals("root");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void run(List<String> command, Path folder) throws Exception {
        Path output = folder.resolve("output");
        int exitCode =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start()
                        .waitFor();
        if (exitCode != 0) {
            fail(command + " ended with " + exitCode + ": " + Files.readString(output));
        }
    }

    /** SIGQUIT ends the server and its processes at once. */
    private static void stop(Process server, Path folder) {
        try {
            new ProcessBuilder("kill", "-QUIT", Long.toString(server.pid())).start().waitFor();
            server.waitFor();
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
