package io.fueloptimine.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FuelTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir Path folder;

    @Test
    void helpListsTheCommands() {
        assertThat(fuel("--help")).isZero();
        assertThat(out.toString())
                .contains(
                        "local",
                        "simulate",
                        "replay",
                        "train",
                        "retrain",
                        "evaluate",
                        "plan",
                        "compare",
                        "backtest",
                        "models",
                        "gateway",
                        "dead-letters",
                        "soak",
                        "bench");
    }

    @Test
    void localHasHelp() {
        assertThat(fuel("local", "--help")).isZero();
        assertThat(out.toString()).contains("--minutes", "--scenario", "--web-port");
    }

    @Test
    void refusesMissingAndUnknownCommandsAndUnknownOptions() {
        assertThat(fuel()).isEqualTo(2);
        assertThat(fuel("lokal")).isEqualTo(2);
        assertThat(fuel("local", "--minuets", "3")).isEqualTo(2);
        assertThat(err.toString()).contains("lokal", "--minuets").doesNotContain("\tat ");
    }

    @Test
    void refusesInvalidValues() {
        assertRefused("'--minutes': -1.0", "local", "--minutes", "-1");
        assertRefused("'--minutes': 0.0", "simulate", "--minutes", "0");
        assertRefused("'--seeds': 0", "simulate", "--calibration", "--seeds", "0");
        assertRefused("'--mutations': given, expected --calibration", "simulate", "--mutations");
        assertRefused("--minutes", "local", "--minutes", "soon");
        assertRefused("'--speed': 0.0", "local", "--speed", "0");
        assertRefused("'--parallelism': 0", "local", "--parallelism", "0");
        assertRefused("'--web-port': 70000", "local", "--web-port", "70000");
        assertRefused("'--hours': 0", "train", "--hours", "0");
        assertRefused("'--hours': 0", "retrain", "--hours", "0");
        assertRefused("'--look-every': 0", "retrain", "--watch", "--look-every", "0");
        assertRefused("'--nightly': given, expected --watch", "retrain", "--nightly", "02:30");
        assertRefused("'soon', expected HH:MM or off", "retrain", "--watch", "--nightly", "soon");
        assertRefused("'--zone': given, expected --watch", "retrain", "--zone", "UTC");
        assertRefused("'Mars', expected a time zone", "retrain", "--watch", "--zone", "Mars");
        assertRefused("'--once': true", "retrain", "--once", "--watch");
        assertRefused("--fms", "replay");
        assertRefused("--fms", "plan", "--bound");
        assertRefused(
                "'--policies': best, expected one of none, fixed", "compare", "--policies", "best");
        assertRefused("--fms", "backtest");
        assertRefused("--fms", "backtest", "--fms", "no-such-folder");
        assertRefused("both --fms and --lake", "backtest", "--fms", ".", "--lake", ".");
        assertRefused("'--mapping': given", "backtest", "--lake", ".", "--mapping", "x.yaml");
        assertRefused("'--days': 0", "backtest", "--lake", ".", "--days", "0");
        assertRefused("'Mars', expected a time zone", "backtest", "--lake", ".", "--zone", "Mars");
        assertRefused("'--diesel-price': 1", "backtest", "--fms", ".", "--diesel-price", "1");
        assertRefused("no haul cycles of site 'andes'", "backtest", "--lake", ".");
        assertRefused(
                "'--policies': best, expected one of none",
                "backtest",
                "--fms",
                ".",
                "--policies",
                "best");
        assertRefused("'--variants': snow", "compare", "--variants", "snow");
        assertRefused("'--levers': roof", "compare", "--levers", "roof");
        assertRefused("'--seeds': 1", "compare", "--seeds", "1");
        assertRefused("'--shifts': 0", "compare", "--shifts", "0");
        assertRefused("'--latency': 0", "compare", "--latency", "0");
        assertRefused("'--threads': 0", "compare", "--threads", "0");
        assertRefused("'--minutes': 0.0", "soak", "--minutes", "0");
        assertRefused("'--rate': 0", "soak", "--rate", "0");
        assertRefused("'--every': 0.5", "soak", "--every", "0.5");
        assertRefused("'--kill': printer", "soak", "--kill", "tm,printer");
        assertRefused("'--zookeeper-port': 0", "soak", "--zookeeper-port", "0");
    }

    @Test
    void refusesPathsThatNameNoFile() {
        assertRefused("'--data': the path is empty", "local", "--data", "");
        assertRefused("'--registry': the path is empty", "replay", "--fms", "x", "--registry=");
        assertRefused("is no text in the character set", "local", "--data", "a\uFFFDb");
        assertRefused("is no text in the character set", "train", "--csv", "\uFFFD");
        assertRefused("contains a backslash", "local", "--data", path("back\\slash"));
        assertRefused("contains a control character", "soak", "--data", path("line\nfeed"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aNameWithAnAtSignIsNotReplacedByTheContentOfAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("options"), "--help");

        assertRefused("@" + file + " does not exist", "rules", "check", "@" + file);
    }

    @Test
    void deadLettersRefusesWrongOptions() {
        assertRefused("list, show or replay", "dead-letters");
        assertRefused("'--limit': 0", "dead-letters", "list", "--limit", "0");
        assertRefused("expected a time in UTC", "dead-letters", "list", "--since", "yesterday");
        assertRefused("expected telemetry", "dead-letters", "list", "--stream", "speed");
        assertRefused("expected rejected", "dead-letters", "list", "--verdict", "bad");
        assertRefused("nothing is selected", "dead-letters", "replay");
        assertRefused("not both", "dead-letters", "replay", "x", "--rule", "decode");
        assertReplayRefused("mqtt.port is 0, expected 1 to 65535", "--mqtt-port", "0");
        assertReplayRefused("given without mqtt.username", "--password-file", "none");
        assertReplayRefused("mqtt.tls.enabled is 'aye'", "--mqtt", "mqtt.tls.enabled=aye");
        assertReplayRefused("mqtt.tsl.enabled is not an option", "--mqtt", "mqtt.tsl.enabled=true");
        assertReplayRefused(
                "start fuel local",
                "--mqtt",
                "mqtt.tls.enabled=true",
                "--username",
                "x",
                "--password-file",
                "none",
                "--sql",
                "jdbc:h2:tcp://127.0.0.1:1/./none");
        assertRefused(
                "start fuel local",
                "dead-letters",
                "show",
                "x",
                "--sql",
                "jdbc:h2:tcp://127.0.0.1:1/./none");
        assertRefused("--sql: unsupported JDBC URL", "dead-letters", "list", "--sql", "mysql");
    }

    @Test
    void rulesCheckNamesEveryFault() throws IOException {
        assertRefused("check, import or publish", "rules");
        assertRefused("none.yaml does not exist", "rules", "check", path("none.yaml"));
        Path bad = folder.resolve("bad.yaml");
        Files.writeString(bad, "suite: bad\nrules:\n- {name: a, stream: x}\n");
        assertRefused("rule a: stream: unknown x", "rules", "check", bad.toString());
        assertRefused("rule a: severity: expected text", "rules", "publish", bad.toString());
        assertRefused("'--action': clamp", "rules", "import", "--action", "clamp", "gx.json");

        assertThat(fuel("rules", "check", shippedSuite())).isZero();
        assertThat(out.toString()).contains("Suite mine: ", "digest");
    }

    @Test
    void rulesImportListsWhatItCannotConvert() throws IOException {
        Path gx = folder.resolve("gx.json");
        Files.writeString(
                gx,
                """
{"name": "gx", "expectations": [
  {"type": "expect_column_values_to_not_be_null", "kwargs": {"column": "speedKph"}},
  {"type": "expect_column_to_exist", "kwargs": {"column": "speedKph"}}]}
""");

        assertThat(fuel("rules", "import", gx.toString())).isEqualTo(1);
        assertThat(out.toString())
                .startsWith("suite: \"gx\"")
                .contains("speedKph-values-not-be-null");
        assertThat(err.toString())
                .contains("Not imported: 2 expect_column_to_exist")
                .contains("1 expectations imported, 1 not.");
    }

    @Test
    void publishingNamesBrokersThatDoNotAnswer() throws IOException {
        assertRefused(
                "no.such.host.invalid",
                "rules",
                "publish",
                shippedSuite(),
                "--kafka",
                "no.such.host.invalid:1");
    }

    private static String shippedSuite() {
        return "../../models/quality/src/main/resources/validation-suite.yaml";
    }

    @Test
    void namesAMissingFile() throws IOException {
        Files.createDirectory(folder.resolve("empty"));
        assertRefused("none.yaml does not exist", "local", "--scenario", path("none.yaml"));
        assertRefused("none.yaml does not exist", "local", "--mine", path("none.yaml"));
        assertRefused(
                "none.yaml does not exist", "replay", "--fms", ".", "--mapping", path("none.yaml"));
        assertRefused("cycles.csv", "replay", "--fms", path("empty"), "--data", path("data"));
        assertThat(folder.resolve("data/kafka")).doesNotExist();
    }

    @Test
    void trainRefusesWrongOptions() throws IOException {
        Files.createDirectory(folder.resolve("empty"));
        assertRefused("cycles.csv", "train", "--fms", path("empty"));
        assertRefused(
                "none.yaml does not exist", "train", "--fms", ".", "--mapping", path("none.yaml"));
        assertRefused("--hours cannot be used with --fms", "train", "--fms", ".", "--hours", "3");
        assertRefused("--mapping needs --fms or --csv", "train", "--mapping", path("none.yaml"));
        assertRefused("'--mapping': none", "train", "--csv", ".");
        assertRefused("--hours cannot be used with --csv", "train", "--csv", ".", "--hours", "9");
        assertRefused("--csv cannot be used with --fms", "train", "--csv", ".", "--fms", ".");
        assertRefused(
                "names no telemetry",
                "train",
                "--csv",
                ".",
                "--mapping",
                "../../deploy/local/fleets/mine-z.yaml");
        assertRefused("--trained-on", "evaluate", "--fms", ".");
        assertRefused("cycles.csv", "evaluate", "--fms", ".", "--trained-on", path("empty"));
    }

    @Test
    void namesAnUnknownFault() throws IOException {
        Path scenario = folder.resolve("odd.yaml");
        Files.writeString(scenario, "name: odd\nfaults:\n  - {type: earthquake, start: '00:10'}\n");

        assertRefused("earthquake", "local", "--scenario", scenario.toString());
    }

    @Test
    void namesAPortInUseWithItsOptionAndStartsNothing() throws IOException {
        try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(holder.getLocalPort());

            assertRefused(
                    "port " + port + " for Kafka is in use",
                    "local",
                    "--kafka-port",
                    port,
                    "--data",
                    path("data"));
            assertThat(err.toString()).contains("--kafka-port");
            assertThat(folder.resolve("data/kafka")).doesNotExist();
        }
    }

    @Test
    void refusesAGatewayWithoutSecurityAndNamesAllFaults() {
        assertRefused(
                "--token-file and --key-store",
                "gateway",
                "--bind",
                "0.0.0.0",
                "--mqtt",
                "mqtt.tls.enabled=perhaps",
                "--mqtt",
                "mqtt.colour=red");
        assertThat(err.toString())
                .contains("--site is missing", "mqtt.tls.enabled", "mqtt.colour is not an option");
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void assertReplayRefused(String message, String... options) {
        List<String> all = new ArrayList<>(List.of("dead-letters", "replay", "--all"));
        all.addAll(List.of(options));
        assertRefused(message, all.toArray(String[]::new));
    }

    private void assertRefused(String message, String... arguments) {
        assertThat(fuel(arguments)).as("exit code").isEqualTo(2);
        assertThat(err.toString()).contains(message).doesNotContain("\tat ");
    }

    private int fuel(String... arguments) {
        CommandLine command = Fuel.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }
}
