package io.fueloptimine.jobs.local;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.jobs.broker.BrokerSettings;
import io.fueloptimine.jobs.local.stack.RunningStack;
import io.fueloptimine.jobs.local.stack.SqlServer;
import io.fueloptimine.jobs.local.stack.StackSecurity;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.site.MineSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The {@code --key value} arguments of each streaming job in a run on this machine.
 *
 * @param stack the servers that the jobs use
 * @param settings the site, the mine and the registry
 * @param mines the folder that contains the mine file
 * @param passwordFile the file that contains the password of the SQL tables
 */
record JobArgumentLists(RunningStack stack, JobSettings settings, Path mines, Path passwordFile) {

    private static final String INGEST_GROUP = "fuel-ingest";

    /**
     * Writes the mine file into the run's data folder, where the jobs read it.
     *
     * @throws UncheckedIOException when the data folder cannot be written
     */
    static JobArgumentLists of(RunningStack stack, JobSettings settings) {
        Path folder = stack.data().root().resolve("jobs");
        Path mines = folder.resolve("mines");
        Path passwordFile = SqlServer.passwordFile(stack.data().sql(), SqlServer.ADMINISTRATOR);
        MineSite mine = settings.mine();
        try {
            Files.createDirectories(mines);
            Files.write(mines.resolve(mine.site() + ".yaml"), MineJson.toBytes(mine));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the jobs' files to " + folder, e);
        }
        return new JobArgumentLists(stack, settings, mines, passwordFile);
    }

    List<String> ingest() {
        List<String> arguments = kafka("ingest");
        arguments.addAll(clocks());
        arguments.addAll(mqtt(StackSecurity.MQTT_INGEST));
        arguments.addAll(
                List.of(
                        "--mqtt.group",
                        INGEST_GROUP,
                        "--mqtt.topic-filters",
                        list(Topics.mqttFilters(settings.topicSite())),
                        "--mqtt.sessions",
                        Integer.toString(JobWiring.MQTT_SESSIONS),
                        "--mqtt.inflight-window",
                        Integer.toString(BrokerSettings.DEFAULT.inflightWindow())));
        return arguments;
    }

    List<String> fuel() {
        return withResults("fuel");
    }

    List<String> alarms() {
        return withResults("alarms");
    }

    List<String> dispatch() {
        return withResults("dispatch");
    }

    private List<String> withResults(String principal) {
        SqlConnection sql = stack.sql();
        List<String> arguments = kafka(principal);
        arguments.addAll(clocks());
        arguments.addAll(
                List.of(
                        "--sql.url",
                        sql.url(),
                        "--sql.user",
                        sql.userName(),
                        "--sql.password-file",
                        passwordFile.toString(),
                        "--registry.path",
                        settings.registry().toAbsolutePath().toString()));
        settings.stepSettings()
                .ifPresent(file -> arguments.addAll(List.of("--settings.file", file.toString())));
        return arguments;
    }

    List<String> archive() {
        return with(
                kafka("archive"),
                "--lake.path",
                stack.data().lake().toString(),
                "--mines.folder",
                mines.toString());
    }

    List<String> cabs() {
        List<String> arguments = kafka("cabs");
        arguments.addAll(mqtt(StackSecurity.MQTT_CABS));
        return arguments;
    }

    /**
     * Formats the value of a list option. Each element is quoted, because the name of a site may
     * contain a separator.
     */
    static String list(List<String> values) {
        return values.stream()
                .map(value -> "'" + value.replace("'", "''") + "'")
                .collect(Collectors.joining(";"));
    }

    /**
     * The time of a simulation or of a replay is not the time of arrival. A replayed site has no
     * mine file.
     */
    private List<String> clocks() {
        List<String> arguments =
                new ArrayList<>(
                        List.of("--mines.folder", mines.toString(), "--clock.max-ahead", "0s"));
        if (!settings.topicSite().equals(settings.mine().site())) {
            arguments.addAll(List.of("--clock.open-sites", list(List.of(settings.topicSite()))));
        }
        return arguments;
    }

    private List<String> kafka(String principal) {
        List<String> arguments =
                new ArrayList<>(List.of("--kafka.bootstrap-servers", stack.bootstrapServers()));
        stack.security().ifPresent(given -> arguments.addAll(given.kafkaArguments(principal)));
        return arguments;
    }

    private List<String> mqtt(String user) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--mqtt.host",
                                "127.0.0.1",
                                "--mqtt.port",
                                Integer.toString(stack.mqttPort())));
        stack.security().ifPresent(given -> arguments.addAll(given.mqttArguments(user)));
        return arguments;
    }

    private static List<String> with(List<String> arguments, String... more) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        return all;
    }
}
