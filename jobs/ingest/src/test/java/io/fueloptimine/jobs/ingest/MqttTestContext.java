package io.fueloptimine.jobs.ingest;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import io.fueloptimine.connectors.mqtt.MqttSource;
import io.fueloptimine.models.mine.reading.RawMessage;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.testframe.external.ExternalSystemSplitDataWriter;
import org.apache.flink.connector.testframe.external.source.DataStreamSourceExternalContext;
import org.apache.flink.connector.testframe.external.source.TestingSourceSettings;

/**
 * A shared subscription for one test of Flink's suite for sources.
 *
 * <p>The suite writes messages before it starts its job, and a broker keeps no message without a
 * subscription. The sessions are therefore created first, as a first start of a job would. A split
 * is a session, and the broker chooses the session of each message, so writing to a split means
 * publishing.
 */
final class MqttTestContext implements DataStreamSourceExternalContext<RawMessage> {

    private static final int SESSIONS = 4;
    private static final int RECORDS = 100;
    private static final long EXPIRY_S = 600;

    private final ReadingJob job;
    private final int port;

    MqttTestContext(int port) {
        this.port = port;
        job = ReadingJob.of("suite-" + UUID.randomUUID(), port);
        IntStream.range(0, SESSIONS).forEach(this::createSession);
    }

    /**
     * @throws UnsupportedOperationException for a bounded source
     */
    @Override
    public Source<RawMessage, ?, ?> createSource(TestingSourceSettings settings) {
        if (settings.getBoundedness() == Boundedness.BOUNDED) {
            throw new UnsupportedOperationException("messages have no end");
        }
        Configuration options = job.options();
        return MqttSource.builder().options(options).sessions(SESSIONS).build(options);
    }

    @Override
    public ExternalSystemSplitDataWriter<RawMessage> createSourceSplitDataWriter(
            TestingSourceSettings settings) {
        return new Writer(port);
    }

    @Override
    public List<RawMessage> generateTestData(
            TestingSourceSettings settings, int splitIndex, long seed) {
        return IntStream.range(0, RECORDS)
                .mapToObj(number -> splitIndex + "/" + seed + "/" + number)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .map(payload -> new RawMessage(job.topic(), payload, Instant.EPOCH, false))
                .toList();
    }

    @Override
    public TypeInformation<RawMessage> getProducedType() {
        return TypeInformation.of(RawMessage.class);
    }

    /** The job runs in this JVM. */
    @Override
    public List<URL> getConnectorJarPaths() {
        return List.of();
    }

    @Override
    public void close() {}

    private void createSession(int index) {
        Mqtt5BlockingClient client =
                MqttClient.builder()
                        .useMqttVersion5()
                        .identifier(job.group() + "-" + index)
                        .serverHost("127.0.0.1")
                        .serverPort(port)
                        .buildBlocking();
        client.connectWith().cleanStart(false).sessionExpiryInterval(EXPIRY_S).send();
        client.subscribeWith()
                .topicFilter("$share/" + job.group() + "/" + job.group() + "/v1/#")
                .qos(MqttQos.AT_LEAST_ONCE)
                .send();
        client.disconnect();
    }

    private record Writer(MinePublisher publisher)
            implements ExternalSystemSplitDataWriter<RawMessage> {

        Writer(int port) {
            this(new MinePublisher(port));
        }

        @Override
        public void writeRecords(List<RawMessage> records) {
            for (RawMessage record : records) {
                publisher.publish(
                        record.topic(), new String(record.payload(), StandardCharsets.UTF_8));
            }
        }

        @Override
        public void close() {
            publisher.close();
        }
    }
}
