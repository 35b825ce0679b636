package io.fueloptimine.jobs.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fueloptimine.jobs.cli.FreePorts;
import io.fueloptimine.jobs.cli.Fuel;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.local.stack.KafkaServer;
import io.fueloptimine.jobs.local.stack.Ports;
import io.fueloptimine.jobs.local.stack.SqlServer;
import io.fueloptimine.models.mine.input.MineJson;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code fuel doctor} against Kafka and a database, before and after {@code fuel setup}. */
@Timeout(value = 4, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class DoctorCommandITCase {

    @TempDir Path folder;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @Test
    void anUnpreparedSiteHasFaultsAndSetupRemovesThem() throws Exception {
        Ports ports = FreePorts.find();
        Path lake = Files.createDirectory(folder.resolve("lake"));
        try (KafkaServer kafka =
                        KafkaServer.start(
                                folder.resolve("kafka"), ports.kafka(), ports.kafkaController());
                SqlServer sql = SqlServer.start(folder.resolve("sql"), ports.sql());
                AcceptingBroker broker = new AcceptingBroker()) {
            List<String> site =
                    List.of(
                            "--mines=" + FuelHome.find().mine(),
                            "--partitions=3",
                            "--kafka=" + kafka.bootstrapServers(),
                            "--sql=" + sql.url(),
                            "--sql-password-file="
                                    + SqlServer.passwordFile(
                                            folder.resolve("sql"), SqlServer.ADMINISTRATOR),
                            "--mqtt-port=" + broker.port());

            assertThat(fuel("doctor", site, "--lake=" + folder.resolve("none"))).isEqualTo(1);
            assertThat(lines())
                    .anyMatch(l -> l.matches("FAULT  kafka topics: setup would create .* Run .*"))
                    .anyMatch(l -> l.startsWith("WARN   kafka rights: not checked, because no"))
                    .anyMatch(l -> l.startsWith("FAULT  sql schema: no tables, "))
                    .anyMatch(l -> l.startsWith("WARN   sql rights: not checked, because the"))
                    .anyMatch(l -> l.startsWith("FAULT  lake: "))
                    .anyMatch(l -> l.startsWith("ok     mqtt: "))
                    .last()
                    .isEqualTo("13 checks: 7 ok, 3 warnings, 3 faults");

            assertThat(fuel("doctor", site)).isEqualTo(1);
            assertThat(lines())
                    .as("the first run changed nothing")
                    .last()
                    .asString()
                    .contains(" 2 faults");

            assertThat(fuel("setup", site)).isZero();
            assertThat(fuel("doctor", site, "--lake=" + lake)).as(out::toString).isZero();
            assertThat(lines())
                    .noneMatch(l -> l.startsWith("FAULT"))
                    .anyMatch(l -> l.matches("ok     kafka rights: all, on \\d+ topics; .*"))
                    .anyMatch(l -> l.startsWith("ok     kafka partitions and retention: "))
                    .anyMatch(l -> l.matches("ok     sql schema: V\\d+; .*"))
                    .anyMatch(l -> l.matches("ok     sql rights: all, on \\d+ tables; .*"))
                    .anyMatch(l -> l.startsWith("ok     sql machines and models: "))
                    .anyMatch(l -> l.startsWith("ok     sql clock: "));
            assertThat(lake).isEmptyDirectory();

            List<String> another = new ArrayList<>(site);
            another.set(1, "--partitions=5");
            assertThat(fuel("doctor", another)).isZero();
            assertThat(lines())
                    .anyMatch(
                            l ->
                                    l.startsWith("WARN   kafka partitions and retention: ")
                                            && l.contains("has 3 partitions, expected 5"));
        }
    }

    @Test
    void withoutServersEachCheckIsAnswered() throws Exception {
        Ports nothing = FreePorts.find();
        Path password = Files.writeString(folder.resolve("password"), "a-secret");

        int exitCode =
                fuel(
                        "doctor",
                        List.of(
                                "--mines=" + FuelHome.find().mine(),
                                "--kafka=127.0.0.1:" + nothing.kafka(),
                                "--kafka-option=kafka.properties.default.api.timeout.ms=2000",
                                "--kafka-option=kafka.properties.request.timeout.ms=2000",
                                "--sql=jdbc:h2:tcp://127.0.0.1:" + nothing.sql() + "/./none",
                                "--sql-password-file=" + password,
                                "--mqtt-port=" + nothing.mqtt(),
                                "--flink=http://127.0.0.1:" + nothing.kafkaController()),
                        "--json");

        assertThat(exitCode).isEqualTo(1);
        JsonNode found = MineJson.mapper().readTree(out.toString());
        assertThat(found.path("faults").asInt()).isEqualTo(4);
        assertThat(found.path("checks")).hasSize(17);
        for (JsonNode check : found.path("checks")) {
            boolean ok = check.path("status").asText().equals("OK");
            assertThat(check.path("remedy").asText().isEmpty()).isEqualTo(ok);
        }
        assertThat(out.toString())
                .contains("not checked, because the check of flink failed", "no connection")
                .doesNotContain("a-secret", "\tat ");
    }

    @Test
    void everyFaultOfTheOptionsIsInOneMessage() {
        int exitCode =
                fuel(
                        "doctor",
                        List.of(
                                "--mines=" + folder.resolve("none"),
                                "--kafka-option=kafka.tls=true",
                                "--partitions=0",
                                "--flink=http://user:a-secret@10.1.2.3:8081"));

        assertThat(exitCode).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .contains(
                        "none does not exist",
                        "--kafka-option kafka.tls is not an option",
                        "'--partitions': 0, expected 1 to 1000",
                        "'--flink': no address")
                .doesNotContain("a-secret");
    }

    private int fuel(String name, List<String> site, String... more) {
        List<String> arguments = new ArrayList<>(List.of(name));
        arguments.addAll(site);
        arguments.addAll(Arrays.asList(more));
        out = new StringWriter();
        err = new StringWriter();
        CommandLine command = Fuel.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments.toArray(String[]::new));
    }

    private List<String> lines() {
        return out.toString().lines().toList();
    }
}
