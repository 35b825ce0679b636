package io.fueloptimine.connectors.kafka;

import io.fueloptimine.models.mine.InvalidInputException;
import io.fueloptimine.models.mine.MineJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts single records on a Kafka topic, from which the running jobs take them. */
public final class KafkaPublisher {

    private static final int PATIENCE_MS = 15_000;

    private final String bootstrapServers;

    public KafkaPublisher(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Returns when all in-sync replicas have the record.
     *
     * @param key compaction keeps the latest of each
     * @throws InvalidInputException naming the brokers when they do not answer or refuse
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
                        + bootstrapServers
                        + " takes nothing on "
                        + topic
                        + " ("
                        + cause.getMessage()
                        + "); start fuel local, or name the brokers with --kafka");
    }

    private Map<String, Object> settings() {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                PATIENCE_MS,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                PATIENCE_MS,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                PATIENCE_MS / 2);
    }
}
