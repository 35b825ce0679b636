package io.fueloptimine.jobs.fuel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.mine.input.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FuelOptionsTest {

    @TempDir Path folder;

    private Path password;

    @BeforeEach
    void writePassword() throws Exception {
        password = Files.writeString(folder.resolve("password"), "secret\n");
    }

    @Test
    void readsEveryOption() {
        FuelOptions options = parse("--checkpoint.interval", "3s", "--kafka.group-id", "pit");

        assertThat(options.settings().mines().bySite()).containsKey("andes");
        assertThat(options.groupId()).isEqualTo("pit");
        assertThat(options.checkpointInterval()).hasSeconds(3);
        assertThat(options.sql().userName()).isEqualTo("fuel");
    }

    @Test
    void readsTheBaselinePeriodsOfMeasuredSavings() {
        assertThat(parse().settings().baselines().bySite()).isEmpty();
        assertThat(
                        parse(
                                        "--ledger.baseline",
                                        "andes=2026-05-04T08:00:00Z/2026-05-18T08:00:00Z")
                                .settings()
                                .baselines()
                                .of("andes"))
                .isPresent();
        assertThatThrownBy(() -> parse("--ledger.baseline", "andes=May"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("ledger.baseline: is 'andes=May', expected SITE=FROM/UNTIL");
    }

    @Test
    void usesTheConsumerGroupOfTheJobByDefault() {
        assertThat(parse().groupId()).isEqualTo("fuel-fuel");
    }

    @Test
    void namesEveryFaultAtOnce() {
        assertThatThrownBy(
                        () ->
                                FuelOptions.parse(
                                        new String[] {
                                            "--mines.folder",
                                            folder.resolve("none").toString(),
                                            "--checkpoint.interval",
                                            "soon",
                                            "--colour",
                                            "red",
                                        }))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("colour")
                .hasMessageContaining("kafka.bootstrap-servers is missing")
                .hasMessageContaining("sql.url is missing")
                .hasMessageContaining("mines.folder")
                .hasMessageContaining("checkpoint.interval is 'soon'");
    }

    @Test
    void refusesAWrongSettingByName() throws Exception {
        Path settings = Files.writeString(folder.resolve("settings.yaml"), "colours: {red: 1}\n");
        assertThatThrownBy(() -> parse("--settings.file", settings.toString()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("colours");
    }

    @Test
    void neverShowsThePassword() {
        assertThat(parse().toString()).doesNotContain("secret");
    }

    @Test
    void theReadmeNamesEveryOption() throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        for (ConfigOption<?> option : FuelOptions.OWN) {
            assertThat(readme).contains("`--" + option.key() + "`");
        }
    }

    private FuelOptions parse(String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--kafka.bootstrap-servers", "localhost:9092",
                                "--mines.folder", "../../deploy/local/mines",
                                "--registry.path", folder.toString(),
                                "--sql.url", "jdbc:h2:mem:options",
                                "--sql.user", "fuel",
                                "--sql.password-file", password.toString()));
        arguments.addAll(List.of(more));
        return FuelOptions.parse(arguments.toArray(String[]::new));
    }
}
