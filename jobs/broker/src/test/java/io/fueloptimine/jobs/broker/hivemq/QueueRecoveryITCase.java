package io.fueloptimine.jobs.broker.hivemq;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.fueloptimine.jobs.broker.BrokerProcess;
import io.fueloptimine.jobs.broker.BrokerSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

@Timeout(60)
class QueueRecoveryITCase {

    @TempDir Path data;

    /**
     * HiveMQ CE without the patches gives the publish id of the first message to the second one,
     * and does not store the payload of the second.
     */
    @Test
    void losesNoAcknowledgedMessageWhenTheBrokerIsKilledWhileStoringAnother() throws Exception {
        try (BrokerProcess broker = start()) {
            Mqtt5BlockingClient reader = connected(broker);
            reader.subscribeWith()
                    .topicFilter("$share/readers/mine/#")
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .send();
            reader.disconnect();
            publish(broker, "being stored");
            broker.kill();
        }
        assertThat(deletePayloads()).isOne();

        try (BrokerProcess again = start()) {
            publish(again, "acknowledged");

            assertThat(received(again)).contains("acknowledged");
        }
    }

    private BrokerProcess start() throws IOException {
        return BrokerProcess.start(
                BrokerProcess.classpathIn(Path.of("target")), 0, data, BrokerSettings.DEFAULT);
    }

    private static Mqtt5BlockingClient connected(BrokerProcess broker) {
        Mqtt5BlockingClient client = client(broker, "reader");
        client.connectWith().cleanStart(false).sessionExpiryInterval(3_600).send();
        return client;
    }

    private static Optional<String> received(BrokerProcess broker) throws InterruptedException {
        Mqtt5BlockingClient client = client(broker, "reader");
        try (Mqtt5BlockingClient.Mqtt5Publishes publishes =
                client.publishes(MqttGlobalPublishFilter.ALL)) {
            client.connectWith().cleanStart(false).sessionExpiryInterval(3_600).send();
            return publishes
                    .receive(10, TimeUnit.SECONDS)
                    .map(Mqtt5Publish::getPayloadAsBytes)
                    .map(payload -> new String(payload, StandardCharsets.UTF_8));
        }
    }

    private static void publish(BrokerProcess broker, String text) {
        Mqtt5BlockingClient machine = client(broker, "machine");
        machine.connect();
        machine.publishWith()
                .topic("mine/readings")
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(text.getBytes(StandardCharsets.UTF_8))
                .send();
        machine.disconnect();
    }

    private static Mqtt5BlockingClient client(BrokerProcess broker, String id) {
        return MqttClient.builder()
                .useMqttVersion5()
                .identifier(id)
                .serverHost("127.0.0.1")
                .serverPort(broker.port())
                .buildBlocking();
    }

    /** Deletes all stored payloads and returns their number. */
    private int deletePayloads() throws IOException, RocksDBException {
        RocksDB.loadLibrary();
        int deleted = 0;
        for (Path store : payloadStores()) {
            try (Options options = new Options();
                    RocksDB payloads = RocksDB.open(options, store.toString());
                    RocksIterator each = payloads.newIterator()) {
                for (each.seekToFirst(); each.isValid(); each.next()) {
                    payloads.delete(each.key());
                    deleted++;
                }
            }
        }
        return deleted;
    }

    private List<Path> payloadStores() throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("persistence/publish_payload_store"))) {
            return files.filter(file -> file.endsWith("CURRENT")).map(Path::getParent).toList();
        }
    }
}
