package io.fueloptimine.jobs.cli.cluster;

import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.TopicSetup;
import io.fueloptimine.connectors.mqtt.MqttSourceOptions;
import io.fueloptimine.connectors.mqtt.connection.BrokerCheck;
import io.fueloptimine.jobs.cli.options.KafkaClientOptions;
import io.fueloptimine.jobs.cli.options.MqttOptions;
import io.fueloptimine.jobs.cli.options.RegistryFaults;
import io.fueloptimine.jobs.cli.options.Require;
import io.fueloptimine.jobs.cli.options.SqlOptions;
import io.fueloptimine.jobs.cli.options.StartFaults;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.site.MineSites;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code fuel setup}. */
@Command(
        name = "setup",
        mixinStandardHelpOptions = true,
        description = {
            "Prepares a mine's own servers for the jobs: creates Kafka topics and SQL tables,"
                    + " writes machines and model versions, and checks the MQTT broker. A second"
                    + " run changes nothing.",
            "Everything is compared before anything is changed; one message lists all faults."
        })
public final class SetupCommand implements Callable<Integer> {

    private static final int MOST_PARTITIONS = 1_000;

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
                    "Partitions of a new topic keyed by machine (default: ${DEFAULT-VALUE}): the"
                            + " highest useful parallelism of the jobs.")
    private int partitions;

    @Option(
            names = "--replication",
            paramLabel = "N",
            description = "Copies of each new topic (default: the brokers' own default).")
    private Integer replication;

    @Option(names = "--dry-run", description = "Print what would change, and change nothing.")
    private boolean dryRun;

    @Mixin private KafkaClientOptions kafka;
    @Mixin private SqlOptions sql;
    @Mixin private MqttOptions mqtt;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws SQLException {
        Path models = registry == null ? FuelHome.find().registry() : registry;
        checkOptions(models);
        List<TopicSetup> topics = new ArrayList<>();
        List<TableSetup> tables = new ArrayList<>();
        StartFaults faults = new StartFaults();
        faults.check(() -> topics.add(topics()));
        faults.check(() -> tables.add(tables(models)));
        faults.add(
                BrokerCheck.faults(
                        mqtt.settings(),
                        MqttSourceOptions.SESSION_EXPIRY.defaultValue().toSeconds()));
        faults.requireNone();
        return change(topics.get(0), tables.get(0));
    }

    private int change(TopicSetup topics, TableSetup tables) throws SQLException {
        PrintWriter out = spec.commandLine().getOut();
        String prefix = dryRun ? "would " : "";
        out.println("MQTT broker " + mqtt.address() + ": fit");
        topics.notes().forEach(out::println);
        if (!dryRun) {
            topics.apply();
            tables.apply();
        }
        topics.changes().forEach(change -> out.println(prefix + change));
        tables.changes().forEach(change -> out.println(prefix + change));
        int changes = topics.changes().size() + tables.changes().size();
        out.println(
                changes == 0
                        ? "Nothing to change"
                        : changes + (dryRun ? " changes, none made" : " changes made"));
        out.flush();
        return 0;
    }

    private void checkOptions(Path models) {
        StartFaults faults = new StartFaults().add(mqtt.faults());
        faults.check(() -> MineSites.read(mines));
        faults.check(kafka::connection);
        faults.check(sql::connection);
        faults.check(() -> inRange("--partitions", partitions, MOST_PARTITIONS));
        faults.check(() -> inRange("--replication", replication, Short.MAX_VALUE));
        List<String> ofRegistry = RegistryFaults.in(models, false);
        faults.add(ofRegistry);
        if (ofRegistry.isEmpty()) {
            faults.check(() -> new ModelRegistry(models).champion(ModelRegistry.FUEL_WINDOW));
        }
        faults.requireNone();
    }

    private void inRange(String option, Integer value, int most) {
        Require.that(
                spec, value == null || value >= 1 && value <= most, option, value, "1 to " + most);
    }

    private TopicSetup topics() {
        KafkaConnection connection = kafka.connection();
        return TopicSetup.compare(
                connection, partitions, Optional.ofNullable(replication).map(Integer::shortValue));
    }

    /**
     * @throws InvalidInputException if the database refuses the connection
     */
    private TableSetup tables(Path models) {
        try (Connection open = sql.open()) {
            return TableSetup.compare(
                    open, sql.connection(), sql.password(), MineSites.read(mines), models);
        } catch (SQLException e) {
            throw new InvalidInputException(
                    "the SQL server ended the connection: " + e.getMessage());
        }
    }
}
