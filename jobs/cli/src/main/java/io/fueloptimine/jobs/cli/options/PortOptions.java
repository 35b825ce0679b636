package io.fueloptimine.jobs.cli.options;

import io.fueloptimine.jobs.local.stack.Ports;
import picocli.CommandLine.Option;

/** The options that set the ports of a local run. */
public final class PortOptions {

    @Option(
            names = "--web-port",
            paramLabel = "PORT",
            defaultValue = "8081",
            description = "Flink's web UI (default: ${DEFAULT-VALUE}).")
    private int web;

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

    /**
     * The ports of the options. This method does not check the ports; see {@link Ports#faultsIn}.
     */
    public Ports ports() {
        return new Ports(web, mqtt, kafka, kafkaController, sql);
    }
}
