package io.fueloptimine.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.local.stack.DataFolder;
import io.fueloptimine.jobs.local.stack.EmptyDataFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Wrong options, files, folders and ports: all named in one message, before anything starts. */
class StartFaultsTest {

    /** A folder of the system in which nobody can create a file. */
    private static final Path READ_ONLY = Path.of("/proc");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void createFile() throws IOException {
        file = Files.writeString(folder.resolve("file"), "text");
    }

    @Test
    void localNamesEveryFaultAtOnce() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(
                    List.of(
                            "local",
                            "--web-port=70000",
                            "--mqtt-port=" + taken.getLocalPort(),
                            "--kafka-port=9999",
                            "--kafka-controller-port=9999",
                            "--sql-port=-1",
                            "--minutes=0",
                            "--speed=-1",
                            "--parallelism=0",
                            "--mine=" + path("no-mine.yaml"),
                            "--scenario=" + path("no-scenario.yaml"),
                            "--settings=" + path("no-settings.yaml"),
                            "--registry=" + path("no-registry"),
                            "--data=" + file),
                    "'--web-port': 70000, expected 1 to 65535",
                    "port " + taken.getLocalPort() + " for the MQTT broker is in use",
                    "port 9999 is given to Kafka and Kafka's controller",
                    "--kafka-port or --kafka-controller-port",
                    "'--sql-port': -1",
                    "'--minutes': 0.0",
                    "'--speed': -1.0",
                    "'--parallelism': 0",
                    "no-mine.yaml does not exist",
                    "no-scenario.yaml does not exist",
                    "no-settings.yaml",
                    "no-registry does not exist",
                    file + " is a file, expected a folder; see --data");
        }
        assertThat(file).hasContent("text");
    }

    @Test
    void onePortForThreeServersIsOneFault() {
        assertRefused(
                List.of(
                        "soak",
                        "--data=" + path("soak"),
                        "--kafka-port=9998",
                        "--sql-port=9998",
                        "--zookeeper-port=9998"),
                "port 9998 is given to Kafka and the SQL server and ZooKeeper");
        assertThat(folder.resolve("soak")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "soak", "replay --fms=."})
    void aDataFolderInUseIsNamedTogetherWithOtherFaults(String command) throws IOException {
        Path data = folder.resolve("data");
        try (DataFolder used = EmptyDataFolder.open(data, "soak")) {
            List<String> arguments =
                    arguments(command, "--data=" + data, "--registry=" + file, "--sql-port=0");
            assertRefused(
                    arguments,
                    "data folder " + data + " is in use by another run",
                    "registry " + file + " is a file",
                    "'--sql-port': 0");
            assertThat(used.kafka()).doesNotExist();
        }
    }

    @Test
    void theStateOfASimulationInUseIsNamedTogetherWithOtherFaults() throws IOException {
        Path state = folder.resolve("mine");
        try (DataFolder used = DataFolder.open(state)) {
            assertRefused(
                    List.of(
                            "simulate",
                            "--state=" + used.root(),
                            "--mqtt-port=0",
                            "--mine=" + path("no-mine.yaml")),
                    "is in use by another run; stop it or choose another with --state",
                    "mqtt.port is 0",
                    "no-mine.yaml does not exist");
        }
    }

    static Stream<List<String>> commandsThatWrite() {
        return Stream.of(
                List.of("local", "--data"),
                List.of("replay", "--fms=.", "--data"),
                List.of("soak", "--data"),
                List.of("simulate", "--state"),
                List.of("train", "--registry"));
    }

    @ParameterizedTest
    @MethodSource("commandsThatWrite")
    void aFolderThatCannotBeWrittenIsNoticedBeforeTheStart(List<String> command) {
        Assumptions.assumeTrue(Files.isDirectory(READ_ONLY));
        assertRefused(
                withValue(command, READ_ONLY.resolve("fuel").toString()),
                READ_ONLY.resolve("fuel") + " cannot be written",
                "0 MiB of free space, expected at least",
                "see " + command.get(command.size() - 1));
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("commandsThatWrite")
    void aFileInPlaceOfAFolderIsNoticedBeforeTheStart(List<String> command) {
        assertRefused(
                withValue(command, file.resolve("below").toString()),
                file + " is a file, expected a folder");
    }

    @ParameterizedTest
    @MethodSource("commandsThatWrite")
    void aLinkToNothingIsNoticedBeforeTheStart(List<String> command) throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nothing"));
        assertRefused(
                withValue(command, link.toString()),
                link + " is a symbolic link to a folder that does not exist");
        assertThat(folder.resolve("nothing")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local",
                "replay --fms=.",
                "soak",
                "retrain",
                "models list",
                "models show 1",
                "models promote 1",
                "models rollback"
            })
    void aRegistryThatIsNoneIsNamed(String command) throws IOException {
        Path none = folder.resolve("none");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertRefused(arguments(command, "--registry=" + none), none + " does not exist");
        assertRefused(arguments(command, "--registry=" + file), file + " is a file");
        assertRefused(arguments(command, "--registry=" + empty), empty + " is not a model reg");
    }

    @Test
    void replayNamesEveryFaultAtOnce() {
        assertRefused(
                List.of(
                        "replay",
                        "--fms=" + path("no-fleet"),
                        "--mapping=" + path("no-mapping.yaml"),
                        "--settings=" + path("no-settings.yaml"),
                        "--parallelism=65",
                        "--data=" + file),
                "--fms " + path("no-fleet") + " does not exist",
                "no-mapping.yaml does not exist",
                "no-settings.yaml",
                "'--parallelism': 65",
                file + " is a file");
    }

    @Test
    void trainingNamesEveryFaultBeforeItReadsHistory() {
        assertRefused(
                List.of(
                        "train",
                        "--hours=3",
                        "--search=-1",
                        "--lake=" + path("no-lake"),
                        "--mine=" + path("no-mine.yaml"),
                        "--registry=" + file),
                "'--hours': 3",
                "'--search': -1",
                "--lake " + path("no-lake") + " does not exist",
                "no-mine.yaml does not exist",
                file + " is a file");
        assertRefused(
                List.of("evaluate", "--fms=" + path("a"), "--trained-on=" + file),
                "--fms " + path("a") + " does not exist",
                "--trained-on " + file + " is a file");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void retrainingNamesEveryFaultBeforeItReadsTheLake() {
        assertRefused(
                List.of(
                        "retrain",
                        "--hours=0",
                        "--lake=" + path("no-lake"),
                        "--mine=" + path("no-mine.yaml"),
                        "--registry=" + path("no-registry"),
                        "--sql=mysql"),
                "'--hours': 0",
                "--lake " + path("no-lake") + " does not exist",
                "no-mine.yaml does not exist",
                "no-registry does not exist",
                "--sql: unsupported JDBC URL");
    }

    @Test
    void theGatewayNamesAPortInUseWithOtherFaults() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(
                    List.of("gateway", "--port=" + taken.getLocalPort(), "--mqtt-port=0"),
                    "port " + taken.getLocalPort() + " for the gateway is in use",
                    "--port",
                    "--site is missing",
                    "mqtt.port is 0");
        }
        assertRefused(
                List.of("gateway", "--site=a", "--bind=203.0.113.1"),
                "--bind is '203.0.113.1', expected an address of this machine");
    }

    @Test
    void deadLettersNamesFaultsOfBothConnections() {
        assertRefused(
                List.of("dead-letters", "replay", "--all", "--mqtt-port=0", "--sql=mysql"),
                "mqtt.port is 0",
                "--sql: unsupported JDBC URL");
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private static List<String> arguments(String command, String... more) {
        return Stream.concat(Stream.of(command.split(" ")), Stream.of(more)).toList();
    }

    /** The last element is an option that takes the value. */
    private static List<String> withValue(List<String> command, String value) {
        return Stream.concat(command.stream(), Stream.of(value)).toList();
    }

    private void assertRefused(List<String> arguments, String... messages) {
        CommandLine command = Fuel.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        err.getBuffer().setLength(0);

        assertThat(command.execute(arguments.toArray(String[]::new))).as("exit code").isEqualTo(2);
        assertThat(err.toString())
                .contains(messages)
                .doesNotContain("\tat ")
                .doesNotContain("Exception");
    }
}
