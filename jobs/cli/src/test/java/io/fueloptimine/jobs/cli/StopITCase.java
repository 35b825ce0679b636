package io.fueloptimine.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.local.stack.Await;
import io.fueloptimine.jobs.local.stack.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Signals at each stage of a command: it ends within five seconds with the exit code of the signal,
 * prints no stack trace, leaves no process and no port in use. The start is halted after three
 * seconds at the latest; the rest of the limit is for a machine under load.
 */
@Tag("whole")
class StopITCase {

    private static final Duration LIMIT = Duration.ofSeconds(8);
    private static final Duration CLEAN_STOP_LIMIT = Duration.ofMinutes(3);

    /** One data folder, so that each start goes on from an interrupted one. */
    @TempDir static Path data;

    @TempDir Path folder;

    private final Ports ports = freePorts();

    @Test
    void endsWhileTheJvmStarts() throws Exception {
        try (FuelProcess fuel = local()) {
            fuel.awaitClass("java.lang.Object");
            assertEnds(fuel, "INT", 130);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.fueloptimine.jobs.cli.Fuel",
                "io.fueloptimine.jobs.cli.run.LocalCommand",
                "io.fueloptimine.models.mine.site.MineSite",
                "io.fueloptimine.models.fuel.registry.ModelRegistry"
            })
    void endsWhileOptionsAreChecked(String loadedClass) throws Exception {
        try (FuelProcess fuel = local()) {
            fuel.awaitClass(loadedClass);
            assertEnds(fuel, "INT", 130);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Starting MQTT broker",
                "Starting Kafka",
                "Starting SQL server",
                "Starting Flink",
                "Starting the jobs",
                "Starting the retraining",
                "Starting the mine"
            })
    void endsWhileLocalStartsAPart(String line) throws Exception {
        try (FuelProcess fuel = local()) {
            fuel.awaitOutput(line);
            assertEnds(fuel, "INT", 130);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "fuel", "alarms", "dispatch", "archive", "cabs"})
    void endsWhileLocalSubmitsAJob(String job) throws Exception {
        Path log = data.resolve("logs/fuel.log");
        Files.deleteIfExists(log);
        try (FuelProcess fuel = local()) {
            fuel.awaitText(log, "Submitting job FuelOptiMine " + job);
            assertEnds(fuel, "INT", 130);
        }
    }

    @Test
    void endsAtSigtermWith143() throws Exception {
        try (FuelProcess fuel = local()) {
            fuel.awaitOutput("Starting Flink");
            assertEnds(fuel, "TERM", 143);
        }
    }

    @Test
    void endsCleanlyOnceTheMineRunsAndAtOnceAtASecondSignal() throws Exception {
        try (FuelProcess fuel = local()) {
            fuel.awaitOutput("Ctrl-C stops it");
            fuel.signal("INT");
            assertThat(fuel.exitCodeWithin(CLEAN_STOP_LIMIT)).as(fuel.output()).isEqualTo(130);
            assertThat(fuel.output())
                    .contains("Stopping the mine", "unaccounted")
                    .doesNotContain("\tat ");
        }
        try (FuelProcess fuel = start("local-again", localArguments())) {
            fuel.awaitOutput("Ctrl-C stops it");
            fuel.signal("INT");
            fuel.awaitOutput("Stopping the mine");
            assertEnds(fuel, "INT", 130);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Starting Kafka", "Starting Flink", "Starting the jobs"})
    void endsWhileSoakStarts(String line) throws Exception {
        List<String> arguments =
                List.of(
                        "soak",
                        "--data=" + folder.resolve("soak"),
                        "--web-port=" + ports.web(),
                        "--mqtt-port=" + ports.mqtt(),
                        "--kafka-port=" + ports.kafka(),
                        "--kafka-controller-port=" + ports.kafkaController(),
                        "--sql-port=" + ports.sql(),
                        "--zookeeper-port=" + freePort());
        try (FuelProcess fuel = start("soak-process", arguments)) {
            fuel.awaitOutput(line);
            assertEnds(fuel, "INT", 130);
        }
    }

    @Test
    void endsWhileSimulateConnectsToABrokerThatDoesNotAnswer() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                FuelProcess fuel =
                        start(
                                "simulate",
                                List.of(
                                        "simulate",
                                        "--state=" + folder.resolve("mine"),
                                        "--mqtt-port=" + silent.getLocalPort()))) {
            silent.accept();
            assertEnds(fuel, "INT", 130);
        }
    }

    @Test
    void endsTheGateway() throws Exception {
        List<String> arguments =
                List.of(
                        "gateway",
                        "--site=andes",
                        "--port=" + ports.web(),
                        "--mqtt-port=" + ports.mqtt());
        try (FuelProcess fuel = start("gateway", arguments)) {
            fuel.awaitOutput("Not connected to the broker");
            assertEnds(fuel, "TERM", 143);
        }
    }

    @Test
    void endsATraining() throws Exception {
        List<String> arguments =
                List.of("train", "--hours=4", "--registry=" + folder.resolve("registry"));
        try (FuelProcess fuel = start("train", arguments)) {
            fuel.awaitOutput("%");
            assertEnds(fuel, "INT", 130);
        }
    }

    private FuelProcess local() throws IOException {
        return start("local", localArguments());
    }

    private List<String> localArguments() {
        return List.of(
                "local",
                "--data=" + data,
                "--parallelism=1",
                "--web-port=" + ports.web(),
                "--mqtt-port=" + ports.mqtt(),
                "--kafka-port=" + ports.kafka(),
                "--kafka-controller-port=" + ports.kafkaController(),
                "--sql-port=" + ports.sql());
    }

    private FuelProcess start(String name, List<String> arguments) throws IOException {
        Path own = Files.createDirectories(folder.resolve(name + "-" + UUID.randomUUID()));
        return FuelProcess.start(own, arguments);
    }

    private void assertEnds(FuelProcess fuel, String signal, int exitCode) throws Exception {
        List<ProcessHandle> children = fuel.descendants();
        long start = System.nanoTime();
        fuel.signal(signal);
        assertThat(fuel.exitCodeWithin(LIMIT))
                .as("after %d ms: %s", (System.nanoTime() - start) / 1_000_000, fuel.output())
                .isEqualTo(exitCode);
        assertThat(fuel.output()).doesNotContain("\tat ").doesNotContain("Exception");
        Await.until(
                "no child process is left",
                Duration.ofSeconds(1),
                () -> children.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(Ports.faultsIn(ports.uses())).isEmpty();
    }

    private static Ports freePorts() {
        try {
            return FreePorts.find();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
