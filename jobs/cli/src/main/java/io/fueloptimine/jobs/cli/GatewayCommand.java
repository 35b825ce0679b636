package io.fueloptimine.jobs.cli;

import io.fueloptimine.connectors.mqtt.publisher.MqttPublisher;
import io.fueloptimine.connectors.mqtt.publisher.MqttPublisherSettings;
import io.fueloptimine.connectors.mqtt.publisher.PublisherCounts;
import io.fueloptimine.jobs.gateway.Gateway;
import io.fueloptimine.jobs.gateway.GatewayPublisher;
import io.fueloptimine.jobs.gateway.GatewaySettings;
import io.fueloptimine.jobs.local.run.StopSignal;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.models.mine.InvalidInputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fuel gateway}. */
@Command(
        name = "gateway",
        mixinStandardHelpOptions = true,
        description = {
            "Takes readings over HTTP from machines that cannot speak MQTT, and publishes them to a"
                    + " broker that runs already; Ctrl-C stops it.",
            "A request is answered 202 once the broker has acknowledged all of it."
        })
final class GatewayCommand implements Callable<Integer> {

    private static final Duration TICK = Duration.ofSeconds(1);

    @Option(
            names = "--site",
            paramLabel = "SITE",
            description = "The site whose machines may send; to be repeated for more.")
    private final List<String> sites = new ArrayList<>();

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = GatewaySettings.DEFAULT_BIND_ADDRESS,
            description =
                    "The address to listen on (default: ${DEFAULT-VALUE}); any other asks for"
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
                    "The bearer tokens that open the door, one a line; read again when it changes"
                            + " (default: open to this machine).")
    private Path tokenFile;

    @Option(
            names = "--key-store",
            paramLabel = "FILE",
            description = "PKCS12 or JKS store with the certificate and key for TLS.")
    private Path keyStore;

    @Option(
            names = "--key-store-password-file",
            paramLabel = "FILE",
            description = "The file with that store's password.")
    private Path keyStorePasswordFile;

    @Option(
            names = "--max-body-bytes",
            paramLabel = "N",
            defaultValue = "" + GatewaySettings.DEFAULT_MAX_BODY_BYTES,
            description = "The largest body, also after unpacking (default: ${DEFAULT-VALUE}).")
    private int maxBodyBytes;

    @Option(
            names = "--max-requests",
            paramLabel = "N",
            defaultValue = "" + GatewaySettings.DEFAULT_MAX_REQUESTS,
            description = "Requests worked on at once (default: ${DEFAULT-VALUE}).")
    private int maxRequests;

    @Option(
            names = "--acknowledgement-seconds",
            paramLabel = "N",
            defaultValue = "10",
            description =
                    "How long the broker may take for one request's messages before the sender is"
                            + " told to come again (default: ${DEFAULT-VALUE}).")
    private int acknowledgementS;

    @Mixin private MqttOptions mqtt;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        LogFolder.use(FuelHome.find().data("gateway"));
        GatewaySettings settings = settings();
        List<String> faults = new ArrayList<>(Gateway.faultsIn(settings));
        faults.addAll(mqtt.faults());
        if (!faults.isEmpty()) {
            throw new InvalidInputException("the gateway cannot start", faults);
        }
        MqttPublisherSettings broker =
                MqttPublisherSettings.of(mqtt.settings(), "gateway-" + UUID.randomUUID())
                        .requiringSubscribers();
        StopSignal stop = StopSignal.onShutdown();
        try (MqttPublisher publisher = MqttPublisher.open(broker);
                Gateway gateway = start(settings, publisher)) {
            tellWhere(settings, gateway);
            watch(publisher, stop);
            return 0;
        } finally {
            stop.ended();
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
                Duration.ofSeconds(acknowledgementS));
    }

    private static Gateway start(GatewaySettings settings, MqttPublisher publisher)
            throws IOException {
        try {
            return Gateway.start(settings, GatewayPublisher.to(publisher));
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

    private void tellWhere(GatewaySettings settings, Gateway gateway) {
        String scheme = settings.keyStore().isPresent() ? "https" : "http";
        String door = scheme + "://" + settings.bindAddress() + ":" + gateway.port();
        PrintWriter out = spec.commandLine().getOut();
        out.println("Readings  POST " + door + "/v1/{site}/{kind}/{id}/{stream}");
        out.println("Health    GET  " + door + "/health");
        out.println("Metrics   GET  " + door + "/metrics");
        out.flush();
    }

    /** A line whenever the broker comes or goes. */
    private void watch(MqttPublisher publisher, StopSignal stop) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Boolean last = null;
        do {
            PublisherCounts broker = publisher.counts();
            if (last == null || last != broker.connected()) {
                last = broker.connected();
                out.println(
                        last
                                ? "The broker is connected"
                                : "The broker is not connected"
                                        + broker.lastFault().map(fault -> ": " + fault).orElse(""));
                out.flush();
            }
        } while (!stop.isRequestedWithin(TICK));
    }
}
