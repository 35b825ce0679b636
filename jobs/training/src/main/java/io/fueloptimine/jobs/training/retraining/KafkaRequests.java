package io.fueloptimine.jobs.training.retraining;

import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.input.OwnMessage;
import io.fueloptimine.models.mine.model.RetrainRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the retraining requests for one model from the Kafka topic {@code models.retrain}. Offsets
 * of handled requests are committed to Kafka. Partitions are assigned manually, so that a long
 * training causes no rebalance. Not thread-safe.
 */
public final class KafkaRequests implements RequestSource, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaRequests.class);
    private static final String GROUP = "fuel-retraining";

    private final String modelName;
    private final KafkaConsumer<byte[], byte[]> consumer;

    /**
     * @throws InvalidInputException if the brokers are not reachable or do not have the topic; the
     *     message names the brokers
     */
    public KafkaRequests(KafkaConnection kafka, String modelName) {
        Properties settings = kafka.clientProperties();
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 20_000);
        this.modelName = modelName;
        this.consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            consumer.assign(partitions());
        } catch (KafkaException e) {
            consumer.close();
            throw new InvalidInputException(
                    "Kafka at "
                            + kafka.bootstrapServers()
                            + " returned no partitions of "
                            + Topics.MODELS_RETRAIN
                            + " ("
                            + e.getMessage()
                            + "); start fuel local, or set the brokers with --kafka");
        }
    }

    private List<TopicPartition> partitions() {
        return consumer.partitionsFor(Topics.MODELS_RETRAIN).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    @Override
    public Optional<RetrainRequest> next(Duration patience) {
        Optional<RetrainRequest> newest = Optional.empty();
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(patience)) {
            Optional<RetrainRequest> request = read(record);
            newest = request.isPresent() ? request : newest;
        }
        return newest;
    }

    private Optional<RetrainRequest> read(ConsumerRecord<byte[], byte[]> record) {
        try {
            RetrainRequest request = MineJson.fromBytes(record.value(), RetrainRequest.class);
            return Optional.ofNullable(request)
                    .filter(asked -> modelName.equals(asked.modelName()));
        } catch (IOException | RuntimeException e) {
            LOG.warn(
                    "Ignored a request at offset {}: {}",
                    record.offset(),
                    OwnMessage.of(e).orElse("no record of this topic"));
            return Optional.empty();
        }
    }

    @Override
    public void answered() {
        consumer.commitSync();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
