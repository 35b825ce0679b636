package io.fueloptimine.connectors.kafka;

import io.fueloptimine.models.mine.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.util.function.SerializableFunction;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The Kafka edge: records as JSON, keyed by machine, one topic per kind of record.
 *
 * <p>Sinks are at-least-once: what a completed checkpoint covers is acknowledged by all in-sync
 * replicas; after a crash some records are there twice, and every one of them carries an id or a
 * natural key by which a repeat is known. Sources go on from the checkpoint, else from the group's
 * committed offsets, else from the beginning.
 */
public final class KafkaTopics {

    private static final int REQUEST_TIMEOUT_MS = 20_000;

    private KafkaTopics() {}

    /**
     * A sink for one topic.
     *
     * @param key what the records are partitioned by, so that one machine's stay in order; may
     *     answer null, which spreads them
     */
    public static <T> Sink<T> sink(
            KafkaConnection kafka, String topic, SerializableFunction<T, String> key) {
        return KafkaSink.<T>builder()
                .setKafkaProducerConfig(producerProperties(kafka))
                .setRecordSerializer(new KeyedJson<>(topic, key))
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .build();
    }

    /** A source of one topic that never ends. Unreadable records are counted and left out. */
    public static <T> KafkaSource<T> source(
            KafkaConnection kafka, String topic, String groupId, Class<T> type) {
        return sourceBuilder(kafka, topic, groupId, type)
                .setStartingOffsets(
                        OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST))
                .build();
    }

    /**
     * As {@link #source}, but without a checkpoint or committed offsets it begins with what comes
     * from then on: old orders are not for carrying out.
     */
    public static <T> KafkaSource<T> sourceOfNews(
            KafkaConnection kafka, String topic, String groupId, Class<T> type) {
        return sourceBuilder(kafka, topic, groupId, type)
                .setStartingOffsets(OffsetsInitializer.committedOffsets(OffsetResetStrategy.LATEST))
                .build();
    }

    /**
     * A source of one topic that never ends and, where no checkpoint says otherwise, hears the
     * whole topic: for compacted topics, whose latest record is the state of the world.
     */
    public static <T> KafkaSource<T> fromBeginning(
            KafkaConnection kafka, String topic, String groupId, Class<T> type) {
        return sourceBuilder(kafka, topic, groupId, type)
                .setStartingOffsets(OffsetsInitializer.earliest())
                .build();
    }

    /** A source of what one topic holds now, from its beginning; it ends there. */
    public static <T> KafkaSource<T> boundedSource(
            KafkaConnection kafka, String topic, String groupId, Class<T> type) {
        return sourceBuilder(kafka, topic, groupId, type)
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setBounded(OffsetsInitializer.latest())
                .build();
    }

    /**
     * Creates those of {@link Topics#KAFKA} that are not there yet, replicated as the broker's
     * default says. Existing topics stay as they are.
     *
     * @param partitions for the topics keyed by machine; those keyed by site or model have one
     * @throws IllegalStateException when the brokers do not answer or refuse
     */
    public static void ensure(KafkaConnection kafka, int partitions) {
        Properties settings = kafka.clientProperties();
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
        List<NewTopic> topics =
                Topics.KAFKA.stream().map(topic -> describe(topic, partitions)).toList();
        try (Admin admin = Admin.create(settings)) {
            awaitCreated(admin.createTopics(topics), kafka.bootstrapServers());
        }
    }

    private static NewTopic describe(String topic, int partitions) {
        Map<String, String> settings =
                isCompacted(topic)
                        ? Map.of(
                                TopicConfig.CLEANUP_POLICY_CONFIG,
                                TopicConfig.CLEANUP_POLICY_COMPACT,
                                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                                Integer.toString(KeyedJson.MAX_RECORD_BYTES))
                        : Map.of(
                                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                                Integer.toString(KeyedJson.MAX_RECORD_BYTES));
        return new NewTopic(
                        topic,
                        Optional.of(isKeyedByMachine(topic) ? partitions : 1),
                        Optional.empty())
                .configs(settings);
    }

    private static boolean isKeyedByMachine(String topic) {
        return !topic.startsWith("models.")
                && !topic.equals(Topics.DISPATCH_PLANS)
                && !topic.equals(Topics.QUALITY_SUITES);
    }

    private static boolean isCompacted(String topic) {
        return topic.equals(Topics.MODELS_CHAMPION) || topic.equals(Topics.QUALITY_SUITES);
    }

    private static void awaitCreated(CreateTopicsResult result, String bootstrapServers) {
        result.values()
                .forEach(
                        (topic, created) -> {
                            try {
                                created.get();
                            } catch (ExecutionException e) {
                                if (!(e.getCause() instanceof TopicExistsException)) {
                                    throw new IllegalStateException(
                                            "cannot create topic "
                                                    + topic
                                                    + " on "
                                                    + bootstrapServers
                                                    + ": "
                                                    + e.getCause().getMessage(),
                                            e.getCause());
                                }
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                                throw new IllegalStateException(
                                        "interrupted while creating topics", e);
                            }
                        });
    }

    private static <T> KafkaSourceBuilder<T> sourceBuilder(
            KafkaConnection kafka, String topic, String groupId, Class<T> type) {
        return KafkaSource.<T>builder()
                .setProperties(kafka.clientProperties())
                .setTopics(topic)
                .setGroupId(groupId)
                .setClientIdPrefix(groupId + "-" + topic)
                .setDeserializer(new JsonRecords<>(type));
    }

    private static Properties producerProperties(KafkaConnection kafka) {
        Properties properties = new Properties();
        properties.setProperty(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.setProperty(ProducerConfig.LINGER_MS_CONFIG, "20");
        properties.setProperty(ProducerConfig.BATCH_SIZE_CONFIG, "65536");
        properties.putAll(kafka.clientProperties());
        properties.setProperty(ProducerConfig.ACKS_CONFIG, "all");
        properties.setProperty(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        properties.setProperty(
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                Integer.toString(KeyedJson.MAX_RECORD_BYTES));
        return properties;
    }
}
