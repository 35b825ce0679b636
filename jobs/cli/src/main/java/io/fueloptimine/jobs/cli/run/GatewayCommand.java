package io.fueloptimine.jobs.cli.run;

import io.fueloptimine.connectors.mqtt.publisher.MqttPublisher;
import io.fueloptimine.connectors.mqtt.publisher.MqttPublisherSettings;
import io.fueloptimine.connectors.mqtt.publisher.PublisherCounts;
import io.fueloptimine.jobs.cli.options.AempOptions;
import io.fueloptimine.jobs.cli.options.LogFolder;
import io.fueloptimine.jobs.cli.options.MqttOptions;
import io.fueloptimine.jobs.gateway.Gateway;
import io.fueloptimine.jobs.gateway.GatewayPublisher;
import io.fueloptimine.jobs.gateway.GatewaySettings;
import io.fueloptimine.jobs.gateway.aemp.PullMetrics;
import io.fueloptimine.jobs.gateway.aemp.PullSettings;
import io.fueloptimine.jobs.gateway.aemp.SnapshotPoller;
import io.fueloptimine.jobs.gateway.aemp.SnapshotPull;
import io.fueloptimine.jobs.local.run.StopSignal;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.local.stack.Ports;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code fuel gateway}. */
@Command(
        name = "gateway",
        mixinStandardHelpOptions = true,
        description = {
            "Receives readings over HTTP from machines without MQTT, and publishes them to a running"
                    + " MQTT broker. Ctrl-C stops it.",
            "Answers 202 when the broker has acknowledged all messages of the request.",
            "With --aemp it also pulls snapshots by ISO 15143-3 (AEMP 2.0) from a telematics"
                    + " server."
        })
public final class GatewayCommand implements Callable<Integer> {

    private static final Duration TICK = Duration.ofSeconds(1);

    @Option(
            names = "--site",
            paramLabel = "SITE",
            description = "A site whose machines may send; can be repeated.")
    private final List<String> sites = new ArrayList<>();

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = GatewaySettings.DEFAULT_BIND_ADDRESS,
            description =
                    "The address to listen on (default: ${DEFAULT-VALUE}); any other needs"
                            + " --token-file and --key-store.")
    private String bind;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "" + GatewaySettings.DEFAULT_PORT,
            description = "The port to listen on (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description =
                    "The accepted bearer tokens, one per line, and the machines that each may publish"
                            + " for (jobs/gateway/README.md); read again when the file changes"
                            + " (default: no authentication, on this machine only).")
    private Path tokenFile;

    @Option(
            names = "--key-store",
            paramLabel = "FILE",
            description = "PKCS12 or JKS key store with certificate and key for TLS.")
    private Path keyStore;

    @Option(
            names = "--key-store-password-file",
            paramLabel = "FILE",
            description = "The file with the password of the key store.")
    private Path keyStorePasswordFile;

    @Option(
            names = "--max-body-bytes",
            paramLabel = "N",
            defaultValue = "" + GatewaySettings.DEFAULT_MAX_BODY_BYTES,
            description =
                    "Maximum size of a body, also when decompressed (default: ${DEFAULT-VALUE}).")
    private int maxBodyBytes;

    @Option(
            names = "--max-requests",
            paramLabel = "N",
            defaultValue = "" + GatewaySettings.DEFAULT_MAX_REQUESTS,
            description = "Maximum number of concurrent requests (default: ${DEFAULT-VALUE}).")
    private int maxRequests;

    @Option(
            names = "--acknowledgement-seconds",
            paramLabel = "N",
            defaultValue = "10",
            description =
                    "Limit for the broker's acknowledgement of a request; after that the sender must"
                            + " retry (default: ${DEFAULT-VALUE}).")
    private int acknowledgementS;

    @Option(
            names = "--j1939-table",
            paramLabel = "FILE",
            description =
                    "Further J1939 parameters for messages with raw values, YAML"
                            + " (jobs/gateway/README.md; default: the standard ones).")
    private Path j1939Table;

    @Mixin private AempOptions aemp;
    @Mixin private MqttOptions mqtt;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Path folder = FuelHome.find().data("gateway");
        LogFolder.use(folder);
        GatewaySettings settings = settings();
        List<String> faults = new ArrayList<>(Gateway.faultsIn(settings));
        faults.addAll(addressFaults(settings));
        faults.addAll(aemp.faults());
        Optional<PullSettings> pull =
                aemp.isGiven() && aemp.faults().isEmpty()
                        ? Optional.of(aemp.settings(folder, settings.acknowledgementLimit()))
                        : Optional.empty();
        pull.map(PullSettings::faults).ifPresent(faults::addAll);
        faults.addAll(mqtt.faults());
        if (!faults.isEmpty()) {
            throw new InvalidInputException("the gateway cannot start", faults);
        }
        MqttPublisherSettings broker =
                MqttPublisherSettings.of(mqtt.settings(), "gateway-" + UUID.randomUUID())
                        .requiringSubscribers();
        return StoppableRun.execute(spec, stop -> serve(settings, pull, broker, stop));
    }

    private int serve(
            GatewaySettings settings,
            Optional<PullSettings> pull,
            MqttPublisherSettings broker,
            StopSignal stop)
            throws Exception {
        try (MqttPublisher publisher = MqttPublisher.open(broker)) {
            Optional<SnapshotPoller> poller =
                    pull.isPresent()
                            ? Optional.of(
                                    SnapshotPoller.open(pull.get(), GatewayPublisher.to(publisher)))
                            : Optional.empty();
            Supplier<String> metrics =
                    () -> poller.map(SnapshotPoller::counts).map(PullMetrics::text).orElse("");
            try (Gateway gateway = start(settings, publisher, metrics)) {
                stop.started();
                printAddresses(settings, gateway);
                watch(poller, pull, publisher, stop);
            }
            return 0;
        }
    }

    private void watch(
            Optional<SnapshotPoller> poller,
            Optional<PullSettings> pull,
            MqttPublisher publisher,
            StopSignal stop)
            throws InterruptedException {
        if (poller.isEmpty()) {
            watch(publisher, stop);
            return;
        }
        try (SnapshotPull pulling =
                SnapshotPull.start(
                        poller.get(), pull.orElseThrow().every(), new PollProblems(spec))) {
            watch(publisher, stop);
        }
    }

    private GatewaySettings settings() {
        return new GatewaySettings(
                bind,
                port,
                sites,
                Optional.ofNullable(tokenFile),
                Optional.ofNullable(keyStore),
                Optional.ofNullable(keyStorePasswordFile),
                maxBodyBytes,
                maxRequests,
                Optional.ofNullable(j1939Table),
                Duration.ofSeconds(acknowledgementS));
    }

    /**
     * Checks that the address belongs to this machine, and that the gateway can listen on the port.
     * Returns one text per fault.
     */
    private static List<String> addressFaults(GatewaySettings settings) throws IOException {
        InetAddress address;
        try {
            address = settings.address();
        } catch (UnknownHostException e) {
            return List.of(); // is among the faults of the settings
        }
        if (settings.port() < 0 || settings.port() > 65_535) {
            return List.of(); // likewise
        }
        if (!address.isAnyLocalAddress() && NetworkInterface.getByInetAddress(address) == null) {
            return List.of(
                    "--bind is '"
                            + settings.bindAddress()
                            + "', expected an address of this machine");
        }
        return Ports.fault(address, settings.port()).stream()
                .map(
                        fault ->
                                "port "
                                        + settings.port()
                                        + " for the gateway "
                                        + fault
                                        + " with --port")
                .toList();
    }

    private static Gateway start(
            GatewaySettings settings, MqttPublisher publisher, Supplier<String> metrics)
            throws IOException {
        try {
            return Gateway.start(settings, GatewayPublisher.to(publisher), metrics);
        } catch (BindException e) {
            throw new InvalidInputException(
                    "cannot listen on "
                            + settings.bindAddress()
                            + ":"
                            + settings.port()
                            + " ("
                            + e.getMessage()
                            + "); choose another with --bind and --port");
        }
    }

    private void printAddresses(GatewaySettings settings, Gateway gateway) {
        String scheme = settings.keyStore().isPresent() ? "https" : "http";
        String base = scheme + "://" + settings.bindAddress() + ":" + gateway.port();
        PrintWriter out = spec.commandLine().getOut();
        out.println("Readings  POST " + base + "/v1/{site}/{kind}/{id}/{stream}");
        out.println("Health    GET  " + base + "/health");
        out.println("Metrics   GET  " + base + "/metrics");
        if (gateway.openTokens() > 0) {
            out.println(
                    "Tokens    "
                            + gateway.openTokens()
                            + " bound to no machines: their holders may publish as any machine");
        }
        out.flush();
    }

    /** Prints a line when the connection to the broker is established or lost. */
    private void watch(MqttPublisher publisher, StopSignal stop) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Boolean last = null;
        do {
            PublisherCounts broker = publisher.counts();
            if (last == null || last != broker.connected()) {
                last = broker.connected();
                out.println(
                        last
                                ? "Connected to the broker"
                                : "Not connected to the broker"
                                        + broker.lastFault().map(fault -> ": " + fault).orElse(""));
                out.flush();
            }
        } while (!stop.isRequestedWithin(TICK));
    }
}
