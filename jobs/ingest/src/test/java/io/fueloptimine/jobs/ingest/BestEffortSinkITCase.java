package io.fueloptimine.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.connectors.mqtt.sink.MqttSink;
import io.fueloptimine.connectors.mqtt.sink.MqttSinkBuilder;
import io.fueloptimine.models.mine.OutgoingMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A best-effort sink with a broker that does not permit its messages. */
@Timeout(60)
class BestEffortSinkITCase {

    @RegisterExtension static final MiniClusterExtension CLUSTER = RunningJob.cluster();

    @TempDir Path data;

    @Test
    void aRejectedMessageFailsTheJobUnlessTheSinkIsBestEffort() throws Exception {
        Files.writeString(data.resolve(BrokerKind.ACCESS_CONTROL), "topic read #\n");
        try (RunningBroker broker = BrokerKind.MOSQUITTO.start(data, 20)) {
            publish(sink(broker).bestEffort());

            assertThatThrownBy(() -> publish(sink(broker)))
                    .hasStackTraceContaining("NOT_AUTHORIZED");
        }
    }

    /** A best-effort sink delays neither the end of a job nor its checkpoints. */
    @Test
    void doesNotWaitForAnUnavailableBroker() throws Exception {
        RunningBroker gone = BrokerKind.MOSQUITTO.start(data, 20);
        gone.close();

        assertThat(publish(sink(gone).maxInFlight(2).bestEffort())).isPositive();
    }

    private static MqttSinkBuilder<String> sink(RunningBroker broker) {
        return MqttSink.<String>builder(BestEffortSinkITCase::command)
                .broker("127.0.0.1", broker.port())
                .clientId("commands");
    }

    private static OutgoingMessage command(String text) {
        return new OutgoingMessage(
                "spBv1.0/pit/NCMD/edge", text.getBytes(StandardCharsets.UTF_8), false, null);
    }

    /** Returns the run time of the job in ms. */
    private static long publish(MqttSinkBuilder<String> sink) throws Exception {
        Configuration strict = new Configuration();
        strict.set(PipelineOptions.GENERIC_TYPES, false);
        strict.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(strict).setParallelism(1);
        env.fromData("a", "b", "c").uid("commands").sinkTo(sink.build()).uid("mqtt");
        return env.execute("commands").getNetRuntime();
    }
}
