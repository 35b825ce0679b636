package io.fueloptimine.jobs.cli.flood;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.connectors.mqtt.MqttSource;
import io.fueloptimine.connectors.mqtt.connection.MqttConnectionSettings;
import io.fueloptimine.connectors.mqtt.publisher.MqttPublisher;
import io.fueloptimine.connectors.mqtt.publisher.MqttPublisherSettings;
import io.fueloptimine.jobs.broker.BrokerProcess;
import io.fueloptimine.jobs.broker.BrokerSettings;
import io.fueloptimine.jobs.gateway.Gateway;
import io.fueloptimine.jobs.gateway.GatewayPublisher;
import io.fueloptimine.jobs.gateway.GatewaySettings;
import io.fueloptimine.jobs.ingest.IngestJob;
import io.fueloptimine.jobs.ingest.IngestOutputs;
import io.fueloptimine.jobs.ingest.IngestSources;
import io.fueloptimine.jobs.local.stack.Await;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * 1,000 readings per second through gateway, broker and job ingest, for a minute without and for a
 * minute with a flood of hostile clients: none is lost, and they arrive about as fast.
 */
@Tag("whole")
@Timeout(600)
class GatewayFloodITCase {

    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration RUN = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The clients and the server share the test's cores, so that the flood costs some time. */
    private static final int SLOWER_AT_MOST = 3;

    private static final long FAST_MS = 1_000;

    private static final String FLEET = "token-of-the-fleet-system";
    private static final String ELSEWHERE = "token-of-another-site";

    private final FuelHome home = FuelHome.find();

    @TempDir Path folder;

    /** Only Linux has 127.0.0.2 without being told. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void readingsFlowUndisturbedWhileTheGatewayIsFlooded() throws Exception {
        try (BrokerProcess broker = startBroker();
                MqttPublisher publisher = publisherTo(broker.port());
                Gateway gateway = startGateway(publisher)) {
            JobClient job = startIngest(broker.port());
            measure(gateway, "warm", WARM_UP);

            FleetSender quiet = measure(gateway, "quiet", RUN);
            FleetSender flooded;
            try (FloodingClients flood = new FloodingClients(gateway.port())) {
                flood.start(
                        ELSEWHERE,
                        "/v1/other/haultruck/T1/telemetry",
                        "/v1/pit/haultruck/T1/telemetry");
                flooded = measure(gateway, "flooded", RUN);
                System.out.println("Flood: " + flood.report());
                assertThat(flood.tookPlace()).isTrue();
            }
            job.cancel().get();

            assertUndisturbed(flooded.answers(), quiet.answers());
            assertUndisturbed(ArrivedReadings.times("flooded"), ArrivedReadings.times("quiet"));
        }
    }

    private static void assertUndisturbed(Latencies flooded, Latencies quiet) {
        assertThat(flooded.percentile(99))
                .isLessThan(Math.max(FAST_MS, SLOWER_AT_MOST * quiet.percentile(99)));
    }

    /** Sends for a time and waits until all readings have arrived. */
    private static FleetSender measure(Gateway gateway, String run, Duration time)
            throws Exception {
        FleetSender fleet = new FleetSender(gateway.port(), FLEET);
        long sent = fleet.send(time, run);
        Await.holdsWithin(PATIENCE, () -> ArrivedReadings.count(run) >= sent);
        System.out.printf(
                "%s: %d readings sent, %d arrived, %d requests sent again%n"
                        + "  until answered: %s%n  until valid: %s%n",
                run,
                sent,
                ArrivedReadings.count(run),
                fleet.repeats(),
                fleet.answers(),
                ArrivedReadings.times(run));
        assertThat(ArrivedReadings.count(run)).as("arrived of " + run).isEqualTo((int) sent);
        return fleet;
    }

    private JobClient startIngest(int port) throws Exception {
        Configuration options = new Configuration();
        options.set(PipelineOptions.GENERIC_TYPES, false);
        options.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        options.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(100));
        options.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(options).setParallelism(1);
        MqttSource source =
                MqttSource.builder()
                        .broker("127.0.0.1", port)
                        .group("flood")
                        .topicFilters(List.of("pit/v1/#"))
                        .sessions(4)
                        .build(env.getConfiguration());
        IngestJob.build(
                env,
                IngestSources.of(source),
                ValidationSuite.shipped(),
                new IngestOutputs(
                        valid ->
                                valid.map(new ArrivedReadings())
                                        .uid("arrived")
                                        .sinkTo(new DiscardingSink<>())
                                        .uid("valid"),
                        quality -> quality.sinkTo(new DiscardingSink<>()).uid("quality"),
                        commands -> commands.sinkTo(new DiscardingSink<>()).uid("commands")));
        return env.executeAsync("flood");
    }

    private BrokerProcess startBroker() throws Exception {
        return BrokerProcess.start(
                BrokerProcess.classpathIn(home.broker()),
                0,
                folder.resolve("broker"),
                BrokerSettings.DEFAULT.withHeapMib(256));
    }

    private static MqttPublisher publisherTo(int port) {
        return MqttPublisher.open(
                MqttPublisherSettings.of(MqttConnectionSettings.plain("127.0.0.1", port), "gateway")
                        .requiringSubscribers()
                        .withBackoff(Duration.ofMillis(100), Duration.ofSeconds(1)));
    }

    private Gateway startGateway(MqttPublisher publisher) throws Exception {
        Path tokens =
                Files.writeString(
                        folder.resolve("tokens"),
                        FLEET + " site=pit\n" + ELSEWHERE + " site=other\n");
        return Gateway.start(
                new GatewaySettings(
                        GatewaySettings.DEFAULT_BIND_ADDRESS,
                        0,
                        List.of("pit", "other"),
                        Optional.of(tokens),
                        Optional.empty(),
                        Optional.empty(),
                        GatewaySettings.DEFAULT_MAX_BODY_BYTES,
                        GatewaySettings.DEFAULT_MAX_REQUESTS,
                        GatewaySettings.DEFAULT_ACKNOWLEDGEMENT_LIMIT),
                GatewayPublisher.to(publisher));
    }
}
