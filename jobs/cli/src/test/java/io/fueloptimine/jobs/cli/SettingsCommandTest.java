package io.fueloptimine.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SettingsCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir Path folder;

    @Test
    void showPrintsDefaultsWithUnitAndMeaning() {
        assertThat(fuel("settings", "show")).isZero();

        assertThat(out.toString())
                .contains("alarms: When each alarm is raised and cleared")
                .containsPattern("longIdleMin +20 +2 to 240 +min +Minutes in a row of standing")
                .containsPattern("delta +[0-9.]+ +0.000000001 to 0.999 +probability +Confidence");
    }

    @Test
    void showPrintsTheValuesOfAFile() throws IOException {
        String file = write("fleet: {planEveryS: 300}");

        assertThat(fuel("settings", "show", "--settings", file)).isZero();

        assertThat(out.toString()).containsPattern("planEveryS +300 +600 +10 to 86400 +s of event");
    }

    @Test
    void whatShowPrintsAsYamlIsAValidFile() throws IOException {
        assertThat(fuel("settings", "show", "--yaml")).isZero();
        String file = write(out.toString());

        assertThat(fuel("settings", "check", file)).isZero();
        assertThat(out.toString()).endsWith("is valid." + System.lineSeparator());
    }

    @Test
    void checkNamesEveryFaultInOneMessageWithExitCodeTwo() throws IOException {
        String file = write("alarms: {longIdleMin: 0, longIdle: 5}\nalarm: {}\n");

        assertThat(fuel("settings", "check", file)).isEqualTo(2);

        assertThat(err.toString())
                .contains(
                        "settings.yaml: ",
                        "alarms.longIdleMin is '0', expected a whole number from 2 to 240, min",
                        "unknown setting alarms.longIdle, expected one of ",
                        "unknown section alarm, expected one of ")
                .doesNotContain("\tat ");
    }

    @Test
    void aFaultyFileStartsNothing() throws IOException {
        String file = write("alarms: {longIdleMin: 0}");
        String data = folder.resolve("data").toString();

        assertThat(fuel("local", "--data", data, "--settings", file)).isEqualTo(2);
        assertThat(fuel("replay", "--fms", data, "--settings", file)).isEqualTo(2);
        assertThat(fuel("settings", "show", "--settings", data + "/none")).isEqualTo(2);

        assertThat(err.toString()).contains("alarms.longIdleMin is '0'", "none does not exist");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void aSubCommandIsRequired() {
        assertThat(fuel("settings")).isEqualTo(2);
        assertThat(err.toString()).contains("show or check");
    }

    private String write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("settings.yaml"), yaml).toString();
    }

    private int fuel(String... arguments) {
        CommandLine command = Fuel.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }
}
