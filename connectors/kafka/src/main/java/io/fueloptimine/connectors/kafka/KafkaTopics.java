package io.fueloptimine.connectors.kafka;

import io.fueloptimine.models.mine.TopicRecord;
import io.fueloptimine.models.mine.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Creates sources and sinks of Kafka topics with JSON records, one topic per kind of record.
 *
 * <p>Sinks are at-least-once: when a checkpoint is complete, all in-sync replicas have acknowledged
 * its records. After a crash a topic can contain records twice; each record has an id or a natural
 * key by which a repeat is recognised. Sources start from the checkpoint, if there is one.
 */
public final class KafkaTopics {

    private static final int REQUEST_TIMEOUT_MS = 20_000;

    private KafkaTopics() {}

    /** Creates a sink for one topic. Records are partitioned by {@link TopicRecord#topicKey}. */
    public static <T extends TopicRecord> Sink<T> sink(KafkaConnection kafka, String topic) {
        return KafkaSink.<T>builder()
                .setKafkaProducerConfig(producerProperties(kafka))
                .setRecordSerializer(new KeyedJsonSerializer<>(topic))
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .build();
    }

    /**
     * Creates an output of a job, which writes a stream to one topic. The step in the job graph has
     * the name of the topic. Its uid is {@code kafka-} and the name of the topic with dashes
     * instead of dots.
     */
    public static <T extends TopicRecord> Consumer<DataStream<T>> output(
            KafkaConnection kafka, String topic) {
        return stream ->
                stream.sinkTo(sink(kafka, topic))
                        .uid("kafka-" + topic.replace('.', '-'))
                        .name("Kafka topic " + topic);
    }

    /**
     * Creates an unbounded source that starts from the group's committed offsets, or from the
     * earliest offsets if none are committed.
     */
    public static <T> KafkaSource<T> source(
            KafkaConnection kafka, String topic, String groupId, Class<T> type) {
        return source(kafka, List.of(topic), groupId, type);
    }

    /** Creates an unbounded source as {@link #source}, of several topics with the same type. */
    public static <T> KafkaSource<T> source(
            KafkaConnection kafka, List<String> topics, String groupId, Class<T> type) {
        return sourceBuilder(kafka, topics, groupId, new JsonRecordDeserializer<>(type))
                .setStartingOffsets(
                        OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST))
                .build();
    }

    /**
     * Creates an unbounded source that starts from the group's committed offsets, or from the
     * latest offsets if none are committed. Use it for instructions, because old instructions must
     * not be carried out.
     */
    public static <T> KafkaSource<T> sourceFromLatest(
            KafkaConnection kafka, String topic, String groupId, Class<T> type) {
        return sourceBuilder(kafka, topic, groupId, type)
                .setStartingOffsets(OffsetsInitializer.committedOffsets(OffsetResetStrategy.LATEST))
                .build();
    }

    /**
     * Creates an unbounded source as {@link #source}, of several topics with different types, each
     * of which has a reader. One source of many topics with few records keeps a job graph small.
     *
     * @param type the type that all readers produce
     * @param readers the reader of each topic
     */
    public static <T> KafkaSource<T> source(
            KafkaConnection kafka,
            Map<String, ValueReader<T>> readers,
            String groupId,
            Class<T> type) {
        List<String> topics = readers.keySet().stream().sorted().toList();
        return sourceBuilder(kafka, topics, groupId, new JsonRecordDeserializer<>(type, readers))
                .setStartingOffsets(
                        OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST))
                .build();
    }

    /**
     * Creates an unbounded source of texts that starts as {@link #source} does. Use it for records
     * of people, each of which is answered, also when it is no JSON.
     */
    public static KafkaSource<String> textSource(
            KafkaConnection kafka, String topic, String groupId) {
        return sourceBuilder(kafka, topic, groupId, new TextDeserializer())
                .setStartingOffsets(
                        OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST))
                .build();
    }

    /**
     * Creates an unbounded source that ignores committed offsets and reads the whole topic. Use it
     * for compacted topics.
     */
    public static <T> KafkaSource<T> sourceFromEarliest(
            KafkaConnection kafka, String topic, String groupId, Class<T> type) {
        return sourceBuilder(kafka, topic, groupId, type)
                .setStartingOffsets(OffsetsInitializer.earliest())
                .build();
    }

    /** Creates a bounded source of the records that the topic contains at the start. */
    public static <T> KafkaSource<T> boundedSource(
            KafkaConnection kafka, String topic, String groupId, Class<T> type) {
        return sourceBuilder(kafka, topic, groupId, type)
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setBounded(OffsetsInitializer.latest())
                .build();
    }

    /**
     * Creates the missing topics of {@link Topics#KAFKA}, with the broker's default replication and
     * retention. Existing topics are not changed.
     *
     * @param partitions the number of partitions of topics keyed by machine; topics keyed by site
     *     or model have one partition
     * @throws IllegalStateException when the brokers do not answer or refuse the request
     */
    public static void ensure(KafkaConnection kafka, int partitions) {
        Properties settings = kafka.clientProperties();
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
        List<NewTopic> topics =
                TopicShape.all(partitions).stream()
                        .map(
                                shape ->
                                        new NewTopic(
                                                        shape.topic(),
                                                        Optional.of(shape.partitions()),
                                                        Optional.empty())
                                                .configs(shape.requiredSettings()))
                        .toList();
        try (Admin admin = Admin.create(settings)) {
            awaitCreated(admin.createTopics(topics), kafka.bootstrapServers());
        }
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
        return sourceBuilder(kafka, topic, groupId, new JsonRecordDeserializer<>(type));
    }

    private static <T> KafkaSourceBuilder<T> sourceBuilder(
            KafkaConnection kafka,
            String topic,
            String groupId,
            KafkaRecordDeserializationSchema<T> deserializer) {
        return sourceBuilder(kafka, List.of(topic), groupId, deserializer);
    }

    private static <T> KafkaSourceBuilder<T> sourceBuilder(
            KafkaConnection kafka,
            List<String> topics,
            String groupId,
            KafkaRecordDeserializationSchema<T> deserializer) {
        return KafkaSource.<T>builder()
                .setProperties(kafka.clientProperties())
                .setTopics(topics)
                .setGroupId(groupId)
                .setClientIdPrefix(groupId + "-" + topics.get(0))
                .setDeserializer(deserializer);
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
                Integer.toString(KeyedJsonSerializer.MAX_RECORD_BYTES));
        return properties;
    }
}
