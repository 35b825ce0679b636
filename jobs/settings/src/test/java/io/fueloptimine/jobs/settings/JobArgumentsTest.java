package io.fueloptimine.jobs.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobArgumentsTest {

    private static final ConfigOption<Duration> INTERVAL =
            JobOptions.checkpointInterval(Duration.ofSeconds(10));
    private static final ConfigOption<Integer> SESSIONS =
            ConfigOptions.key("mqtt.sessions").intType().defaultValue(4);
    private static final List<ConfigOption<?>> OWN =
            List.of(
                    INTERVAL,
                    SESSIONS,
                    JobOptions.MINES_FOLDER,
                    JobOptions.REGISTRY_PATH,
                    JobOptions.RULES_FILE);
    private static final Path SHIPPED_MINE = Path.of("../../deploy/local/mines/andes.yaml");

    @TempDir Path folder;

    @Test
    void readsEveryKindOfOption() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "secret\n");
        Files.copy(SHIPPED_MINE, folder.resolve("andes.yaml"));
        JobArguments given =
                parse(
                        "--kafka.bootstrap-servers", "k:9092",
                        "--kafka.properties.fetch.min.bytes", "1000",
                        "--checkpoint.interval", "3s",
                        "--mines.folder", folder.toString(),
                        "--registry.path", folder.toString(),
                        "--sql.url", "jdbc:h2:mem:arguments",
                        "--sql.user", "fuel",
                        "--sql.password-file", password.toString());

        assertThat(given.kafka().properties()).containsEntry("fetch.min.bytes", "1000");
        assertThat(given.groupId("fuel-x")).isEqualTo("fuel-x");
        assertThat(given.duration(INTERVAL)).hasSeconds(3);
        assertThat(given.number(SESSIONS, 1, 100)).isEqualTo(4);
        assertThat(given.folder(JobOptions.REGISTRY_PATH)).isEqualTo(folder);
        assertThat(given.mines().bySite()).containsOnlyKeys("andes");
        assertThat(given.suite().rules()).isNotEmpty();
        SqlConnection sql = SqlTableOptions.connection(given);
        assertThat(sql).hasToString("fuel at jdbc:h2:mem:arguments");
        given.requireValid();
    }

    @Test
    void reportsAllFaultsInOneException() {
        JobArguments given =
                parse(
                        "stray",
                        "--colour",
                        "red",
                        "--mqtt.session",
                        "4",
                        "--mqtt.sessions",
                        "many",
                        "--checkpoint.interval",
                        "0s",
                        "--mines.folder",
                        folder.toString(),
                        "--registry.path",
                        folder.resolve("none").toString(),
                        "--rules.file",
                        folder.resolve("none.yaml").toString(),
                        "--sql.url",
                        "jdbc:other:x",
                        "--sql.user");
        given.kafka();
        given.duration(INTERVAL);
        given.number(SESSIONS, 1, 100);
        given.mines();
        given.folder(JobOptions.REGISTRY_PATH);
        given.suite();
        SqlTableOptions.connection(given);

        assertThatThrownBy(given::requireValid)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("argument 'stray', expected --key value")
                .hasMessageContaining("sql.user has no value, expected --sql.user value")
                .hasMessageContaining("unknown option colour, expected one of checkpoint.interval")
                .hasMessageContaining("unknown option mqtt.session, expected one of mqtt.sessions")
                .hasMessageContaining("kafka.bootstrap-servers is missing, expected host:port")
                .hasMessageContaining("checkpoint.interval is '0s', expected a duration above 0")
                .hasMessageContaining("mqtt.sessions is 'many', expected a number from 1 to 100")
                .hasMessageContaining("has no mine file, expected *.yaml")
                .hasMessageContaining("none', expected an existing folder")
                .hasMessageContaining("none.yaml', expected a readable file")
                .hasMessageContaining("sql.password-file is missing, expected a file");
    }

    @Test
    void namesAWrongDatabaseAndAKeyGivenTwice() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "");
        JobArguments given =
                parse(
                        "--sql.url", "jdbc:other:x",
                        "--sql.user", "fuel",
                        "--sql.user", "fuel2",
                        "--sql.password-file", password.toString());

        assertThat(SqlTableOptions.connection(given)).isNull();
        assertThatThrownBy(given::requireValid)
                .hasMessageContaining("sql.user is given twice, expected once")
                .hasMessageContaining("sql.url: ");
    }

    @Test
    void doesNotShowTheValueOfAnUnknownOption() {
        JobArguments given = parse("--sql.password", "secret");

        assertThatThrownBy(given::requireValid)
                .hasMessageStartingWith("unknown option sql.password, expected one of sql.")
                .hasMessageNotContaining("secret");
    }

    @Test
    void namesEveryFaultOfEveryMineFile() throws IOException {
        Files.copy(SHIPPED_MINE, folder.resolve("a.yaml"));
        Files.copy(SHIPPED_MINE, folder.resolve("b.yaml"));
        Files.writeString(folder.resolve("c.yaml"), "colour: red");
        JobArguments given = parse("--mines.folder", folder.toString());

        assertThat(given.mines()).isNull();
        assertThatThrownBy(given::requireValid)
                .hasMessageContaining("b.yaml: site andes is also in ")
                .hasMessageContaining("c.yaml: ");
    }

    private static JobArguments parse(String... arguments) {
        return JobArguments.parse(arguments, OWN, SqlTableOptions.ALL);
    }
}
