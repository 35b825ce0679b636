package io.fueloptimine.jobs.cli.run;

import io.fueloptimine.jobs.broker.BrokerProcess;
import io.fueloptimine.jobs.broker.BrokerSettings;
import io.fueloptimine.jobs.cli.options.DataFolderOption;
import io.fueloptimine.jobs.local.run.StopSignal;
import io.fueloptimine.jobs.local.stack.DataFolder;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.local.stack.KafkaServer;
import io.fueloptimine.jobs.local.stack.Ports;
import io.fueloptimine.jobs.local.stack.SqlServer;
import io.fueloptimine.jobs.local.stack.StackException;
import io.fueloptimine.jobs.local.stack.StartedParts;
import io.fueloptimine.jobs.local.stack.ZooKeeperNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code fuel servers}. */
@Command(
        name = "servers",
        mixinStandardHelpOptions = true,
        description = {
            "Runs an MQTT broker, Kafka, an H2 SQL server and ZooKeeper on this machine, for sites"
                    + " without their own. They listen on the loopback address only, and keep one"
                    + " copy of everything. Ctrl-C stops them.",
            "Exit code 1: one of them failed."
        })
public final class ServersCommand implements Callable<Integer> {

    private static final Duration TICK = Duration.ofSeconds(1);

    @Option(
            names = "--mqtt-port",
            paramLabel = "PORT",
            defaultValue = "1883",
            description = "The MQTT broker (default: ${DEFAULT-VALUE}).")
    private int mqtt;

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            defaultValue = "9092",
            description = "Kafka (default: ${DEFAULT-VALUE}).")
    private int kafka;

    @Option(
            names = "--kafka-controller-port",
            paramLabel = "PORT",
            defaultValue = "9093",
            description = "Kafka's controller (default: ${DEFAULT-VALUE}).")
    private int kafkaController;

    @Option(
            names = "--sql-port",
            paramLabel = "PORT",
            defaultValue = "9095",
            description = "The SQL server (default: ${DEFAULT-VALUE}).")
    private int sql;

    @Option(
            names = "--zookeeper-port",
            paramLabel = "PORT",
            defaultValue = "2181",
            description = "ZooKeeper (default: ${DEFAULT-VALUE}).")
    private int zooKeeper;

    @Mixin private DataFolderOption data;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        FuelHome home = FuelHome.find();
        Path folder = data.folder(home.data("servers"));
        Ports.requireUsable(
                List.of(
                        new Ports.Use(mqtt, "the MQTT broker", "--mqtt-port"),
                        new Ports.Use(kafka, "Kafka", "--kafka-port"),
                        new Ports.Use(
                                kafkaController, "Kafka's controller", "--kafka-controller-port"),
                        new Ports.Use(sql, "the SQL server", "--sql-port"),
                        new Ports.Use(zooKeeper, "ZooKeeper", "--zookeeper-port")));
        return StoppableRun.execute(spec, stop -> run(home, folder, stop));
    }

    private int run(FuelHome home, Path folder, StopSignal stop) throws Exception {
        try (DataFolder opened = DataFolder.open(folder);
                StartedParts parts = new StartedParts()) {
            BrokerProcess broker =
                    parts.add(
                            BrokerProcess.start(
                                    BrokerProcess.classpathIn(home.broker()),
                                    mqtt,
                                    opened.broker(),
                                    BrokerSettings.DEFAULT));
            parts.add(ZooKeeperNode.start(opened.root().resolve("zookeeper"), zooKeeper));
            KafkaServer brokers =
                    parts.add(KafkaServer.start(opened.kafka(), kafka, kafkaController));
            SqlServer server = parts.add(SqlServer.start(opened.sql(), sql));
            // Otherwise H2 closes the database after each connection.
            parts.add(server.connection().open());
            stop.started();
            print(brokers, server, opened);
            awaitStop(broker, stop);
            return 0;
        }
    }

    private void print(KafkaServer brokers, SqlServer server, DataFolder opened) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("MQTT       127.0.0.1:" + mqtt);
        out.println("Kafka      " + brokers.bootstrapServers());
        out.println("ZooKeeper  127.0.0.1:" + zooKeeper);
        out.println("SQL        " + server.url());
        out.println(
                "SQL user   "
                        + SqlServer.ADMINISTRATOR
                        + ", password in "
                        + SqlServer.passwordFile(opened.sql(), SqlServer.ADMINISTRATOR));
        out.flush();
    }

    private static void awaitStop(BrokerProcess broker, StopSignal stop)
            throws InterruptedException {
        while (!stop.isRequestedWithin(TICK)) {
            if (!broker.isAlive()) {
                throw new StackException("the MQTT broker has ended, see broker.log", null);
            }
        }
    }
}
