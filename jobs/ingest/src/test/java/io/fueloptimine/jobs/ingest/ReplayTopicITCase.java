package io.fueloptimine.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import io.fueloptimine.connectors.mqtt.MqttSource;
import io.fueloptimine.connectors.mqtt.MqttSourceOptions;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.reading.RawMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Only what arrives on the topics of replays, whose access the broker controls, is a replay; a
 * machine cannot declare its own message to be one.
 */
@Timeout(90)
class ReplayTopicITCase {

    private static final Duration BOUND = Duration.ofSeconds(40);

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = RunningJob.cluster(new Configuration());

    @ParameterizedTest
    @EnumSource
    void onlyTheTopicOfReplaysMakesAReplay(BrokerKind kind) throws Exception {
        int port = kind.shared().port();
        String site = "replays" + kind.suffix();
        String topic = site + "/v1/haultruck/T1/telemetry";
        CollectingSink<RawMessage> received = new CollectingSink<>(site);
        RunningJob job = job(site, port, received);
        Mqtt5BlockingClient client = client(port);
        try {
            Awaiting.until(
                    BOUND,
                    () -> {
                        publish(client, topic, "probe");
                        return find(received, "probe").isPresent();
                    },
                    () -> "no subscription");

            publish(client, topic, "attack");
            publish(client, site + "/v1/haultruck/replay/telemetry", "odd name");
            publish(client, Topics.replay(topic), "replay");

            Awaiting.until(
                    BOUND,
                    () ->
                            List.of("attack", "odd name", "replay").stream()
                                    .allMatch(text -> find(received, text).isPresent()),
                    () -> received.elements() + " arrived");
        } finally {
            client.disconnect();
            job.cancel();
        }
        assertThat(find(received, "attack").orElseThrow().replayed()).isFalse();
        assertThat(find(received, "odd name").orElseThrow().replayed()).isFalse();
        RawMessage replay = find(received, "replay").orElseThrow();
        assertThat(replay.replayed()).isTrue();
        assertThat(replay.topic()).isEqualTo(topic);
    }

    private static RunningJob job(String site, int port, CollectingSink<RawMessage> received)
            throws Exception {
        Configuration options =
                ReadingJob.of(site, port)
                        .with(
                                MqttSourceOptions.TOPIC_FILTERS,
                                List.of(site + "/v1/#", site + "/replay/#"))
                        .options();
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(options);
        env.fromSource(
                        MqttSource.builder().options(options).build(options),
                        WatermarkStrategy.noWatermarks(),
                        "Read MQTT")
                .uid("read-mqtt")
                .sinkTo(received)
                .uid("received");
        return new RunningJob(env.executeAsync(site));
    }

    private static Mqtt5BlockingClient client(int port) {
        Mqtt5BlockingClient client =
                MqttClient.builder()
                        .useMqttVersion5()
                        .serverHost("127.0.0.1")
                        .serverPort(port)
                        .buildBlocking();
        client.connect();
        return client;
    }

    /** Publishes with the user property by which earlier versions recognised replays. */
    private static void publish(Mqtt5BlockingClient client, String topic, String text) {
        client.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(text.getBytes(StandardCharsets.UTF_8))
                .userProperties()
                .add("fuel-replayed", "true")
                .applyUserProperties()
                .send();
    }

    private static Optional<RawMessage> find(CollectingSink<RawMessage> received, String text) {
        return received.elements().stream()
                .filter(
                        message ->
                                new String(message.payload(), StandardCharsets.UTF_8).equals(text))
                .findFirst();
    }
}
