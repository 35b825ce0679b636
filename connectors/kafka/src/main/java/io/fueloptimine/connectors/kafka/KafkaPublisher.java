package io.fueloptimine.connectors.kafka;

import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.input.MineJson;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes single records to Kafka topics, for commands to running jobs. Thread-safe. */
public final class KafkaPublisher {

    private static final int TIMEOUT_MS = 15_000;

    private final KafkaConnection kafka;

    public KafkaPublisher(KafkaConnection kafka) {
        this.kafka = kafka;
    }

    /**
     * Publishes a record and waits until all in-sync replicas have it.
     *
     * @param key the key of the record
     * @throws InvalidInputException naming the brokers when the brokers do not answer or refuse the
     *     record
     */
    public void publish(String topic, String key, Object record) {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        settings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(
                            new ProducerRecord<>(
                                    topic,
                                    key.getBytes(StandardCharsets.UTF_8),
                                    MineJson.toBytes(record)))
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while publishing", e);
        } catch (ExecutionException e) {
            throw refused(topic, e.getCause());
        } catch (KafkaException e) {
            throw refused(topic, e);
        }
    }

    private InvalidInputException refused(String topic, Throwable cause) {
        return new InvalidInputException(
                "Kafka at "
                        + kafka.bootstrapServers()
                        + " did not accept a record on "
                        + topic
                        + " within "
                        + TIMEOUT_MS / 1_000
                        + " s ("
                        + cause.getClass().getSimpleName()
                        + "); start fuel local, or name the brokers with --kafka");
    }

    private Properties settings() {
        Properties settings = kafka.clientProperties();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, TIMEOUT_MS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS / 2);
        return settings;
    }
}
