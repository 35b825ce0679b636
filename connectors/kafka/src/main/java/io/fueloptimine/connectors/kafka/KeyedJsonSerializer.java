package io.fueloptimine.connectors.kafka;

import io.fueloptimine.models.mine.TopicRecord;
import io.fueloptimine.models.mine.input.MineJson;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.metrics.Counter;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serializes a record as a key and JSON. A record that is larger than {@link #MAX_RECORD_BYTES} is
 * counted as {@code recordsTooLarge}, logged and skipped, because such a record would otherwise
 * make the job fail after every restart.
 */
final class KeyedJsonSerializer<T extends TopicRecord>
        implements KafkaRecordSerializationSchema<T> {

    /** The maximum size of a record in bytes, which also applies to topics and producers. */
    static final int MAX_RECORD_BYTES = 8 * 1024 * 1024;

    // Kafka's limit includes its headers and the framing of the batch.
    private static final int OVERHEAD_BYTES = 1024;
    private static final Logger LOG = LoggerFactory.getLogger(KeyedJsonSerializer.class);
    private static final long serialVersionUID = 1L;

    private final String topic;
    private transient Counter tooLarge;

    KeyedJsonSerializer(String topic) {
        this.topic = topic;
    }

    @Override
    public void open(
            SerializationSchema.InitializationContext context, KafkaSinkContext sinkContext) {
        tooLarge = context.getMetricGroup().counter("recordsTooLarge");
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            T element, KafkaSinkContext context, Long timestamp) {
        String name = element.topicKey();
        byte[] keyBytes = name == null ? null : name.getBytes(StandardCharsets.UTF_8);
        byte[] value = MineJson.toBytes(element);
        if (value.length + OVERHEAD_BYTES > MAX_RECORD_BYTES) {
            tooLarge.inc();
            LOG.error(
                    "Skipped a record of {} bytes with key {}, too large for topic {}",
                    value.length,
                    name,
                    topic);
            return null;
        }
        // Without a timestamp the broker's retention counts from the time of writing. With the
        // event time of replayed or simulated data it would delete the record at once.
        return new ProducerRecord<>(topic, keyBytes, value);
    }
}
