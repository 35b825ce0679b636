package io.fueloptimine.jobs.cli.doctor;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.jdbc.SqlMigrations;
import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.jobs.cli.doctor.CheckResult.Status;
import io.fueloptimine.jobs.cli.options.ExitCodes;
import io.fueloptimine.jobs.cli.options.KafkaClientOptions;
import io.fueloptimine.jobs.cli.options.MqttOptions;
import io.fueloptimine.jobs.cli.options.Require;
import io.fueloptimine.jobs.cli.options.SqlOptions;
import io.fueloptimine.jobs.cli.options.StartFaults;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.models.mine.site.MineSites;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code fuel doctor}. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Checks a running site, and changes nothing: Kafka, database, MQTT broker, model"
                    + " registry, folders, and Flink with its jobs.",
            "Prints one line per check: ok, WARN or FAULT, what was found and expected, and the"
                    + " remedy. Exit code 1 if there is a fault, 2 if options are wrong."
        })
public final class DoctorCommand implements Callable<Integer> {

    private static final int MOST_PARTITIONS = 1_000;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Option(
            names = "--mines",
            required = true,
            paramLabel = "DIR",
            description = "The folder of mine files, one for each site, or one mine file.")
    private Path mines;

    @Option(
            names = "--registry",
            paramLabel = "DIR",
            description = "The model registry of the jobs (default: the shipped models/registry).")
    private Path registry;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "4",
            description =
                    "Expected partitions of a topic keyed by machine (default: ${DEFAULT-VALUE}).")
    private int partitions;

    @Option(
            names = "--flink",
            paramLabel = "URL",
            description =
                    "Flink's REST interface, such as https://10.1.2.3:8081; without it, Flink is"
                            + " not checked.")
    private URI flink;

    @Option(
            names = "--flink-conf",
            paramLabel = "DIR",
            description =
                    "The folder with the client's config.yaml and certificate, as FLINK_CONF_DIR"
                            + " of bin/flink.")
    private Path flinkConf;

    @Option(
            names = "--lake",
            paramLabel = "DIR",
            description =
                    "The lake: must be writable; less than 10 GiB free is a warning, 1 GiB a"
                            + " fault.")
    private Path lake;

    @Option(
            names = "--checkpoints",
            paramLabel = "DIR",
            description = "The folder of Flink's checkpoints, with the same limits as --lake.")
    private Path checkpoints;

    @Option(names = "--json", description = "Print the results as JSON.")
    private boolean json;

    @Mixin private KafkaClientOptions kafka;
    @Mixin private SqlOptions sql;
    @Mixin private MqttOptions mqtt;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        checkOptions();
        List<CheckResult> results = new Checkup(LIMIT).run(checks());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(CheckText.json(results));
        } else {
            results.forEach(result -> out.println(CheckText.line(result)));
            out.println(CheckText.summary(results));
        }
        out.flush();
        return CheckText.count(results, Status.FAULT) == 0 ? 0 : ExitCodes.WRONG_RESULT;
    }

    private void checkOptions() {
        StartFaults faults = new StartFaults().add(mqtt.faults());
        faults.check(() -> MineSites.read(mines));
        faults.check(kafka::connection);
        faults.check(sql::connection);
        faults.check(
                () ->
                        Require.that(
                                spec,
                                partitions >= 1 && partitions <= MOST_PARTITIONS,
                                "--partitions",
                                partitions,
                                "1 to " + MOST_PARTITIONS));
        faults.check(
                () ->
                        Require.that(
                                spec,
                                flink != null || flinkConf == null,
                                "--flink-conf",
                                "given",
                                "--flink too"));
        if (flink != null) {
            // The value is not printed, because it could contain a password.
            faults.check(
                    () ->
                            Require.that(
                                    spec,
                                    isAddress(flink),
                                    "--flink",
                                    "no address",
                                    "http://HOST:PORT or https://HOST:PORT without user and"
                                            + " query"));
            if (flinkConf != null) {
                faults.check(() -> FlinkRest.of(flink, Optional.of(flinkConf)));
            }
        }
        faults.requireNone();
    }

    private static boolean isAddress(URI uri) {
        return uri.getHost() != null
                && uri.getUserInfo() == null
                && uri.getQuery() == null
                && uri.getFragment() == null
                && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
    }

    private List<SiteCheck> checks() {
        Path models = registry == null ? FuelHome.find().registry() : registry;
        ClockSkew skew = new ClockSkew(Clock.systemUTC());
        KafkaConnection brokers = kafka.connection();
        SqlConnection database = sql.connection();
        List<SiteCheck> checks = new ArrayList<>();
        checks.add(
                new VersionsCheck(
                        String.join(" ", spec.root().version()), Runtime.version().feature()));
        checks.add(new MqttCheck(mqtt.settings()));
        checks.add(new KafkaCheck(brokers));
        checks.add(new TopicSettingsCheck(brokers, partitions));
        checks.add(new TopicShapeCheck(brokers, partitions));
        checks.add(new TopicRightsCheck(brokers));
        checks.add(new RegistryCheck(models));
        checks.add(new SqlCheck(database));
        checks.add(new SqlClockCheck(database, skew));
        checks.add(new SqlSchemaCheck(database, sql.password(), SqlMigrations.newestVersion()));
        checks.add(new SqlRowsCheck(database, MineSites.read(mines), models));
        checks.add(new SqlRightsCheck(database));
        if (lake != null) {
            checks.add(new FolderCheck("lake", "--lake", lake, FolderCheck.Limits.DEFAULT));
        }
        if (checkpoints != null) {
            checks.add(
                    new FolderCheck(
                            "checkpoints",
                            "--checkpoints",
                            checkpoints,
                            FolderCheck.Limits.DEFAULT));
        }
        if (flink != null) {
            FlinkRest rest = FlinkRest.of(flink, Optional.ofNullable(flinkConf));
            checks.add(new FlinkCheck(rest));
            checks.add(new FlinkClockCheck(rest, skew));
            checks.add(new FlinkJobsCheck(rest));
            checks.add(new FlinkCheckpointsCheck(rest));
            checks.add(new FlinkRestartsCheck(rest));
        }
        return checks;
    }
}
