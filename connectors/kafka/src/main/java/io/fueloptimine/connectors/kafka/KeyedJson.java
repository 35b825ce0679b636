package io.fueloptimine.connectors.kafka;

import io.fueloptimine.models.mine.MineJson;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.function.SerializableFunction;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a record as a key and JSON. A record larger than the topics take is counted as {@code
 * recordsTooLarge}, logged and left out: the producer would fail the job over it for ever.
 */
final class KeyedJson<T> implements KafkaRecordSerializationSchema<T> {

    /** The largest record, bytes: topics, producers and this class agree on it. */
    static final int MAX_RECORD_BYTES = 8 * 1024 * 1024;

    // Kafka counts its own headers and the batch's framing too.
    private static final int OVERHEAD_BYTES = 1024;
    private static final Logger LOG = LoggerFactory.getLogger(KeyedJson.class);
    private static final long serialVersionUID = 1L;

    private final String topic;
    private final SerializableFunction<T, String> key;
    private transient Counter tooLarge;

    KeyedJson(String topic, SerializableFunction<T, String> key) {
        this.topic = topic;
        this.key = key;
    }

    @Override
    public void open(
            SerializationSchema.InitializationContext context, KafkaSinkContext sinkContext) {
        tooLarge = context.getMetricGroup().counter("recordsTooLarge");
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            T element, KafkaSinkContext context, Long timestamp) {
        String name = key.apply(element);
        byte[] keyBytes = name == null ? null : name.getBytes(StandardCharsets.UTF_8);
        byte[] value = MineJson.toBytes(element);
        if (value.length + OVERHEAD_BYTES > MAX_RECORD_BYTES) {
            tooLarge.inc();
            LOG.error("{} bytes of {} are too large for topic {}", value.length, name, topic);
            return null;
        }
        // No timestamp: the broker's retention must count from the time of writing. Event time may
        // be a simulated or replayed past that it would delete at once.
        return new ProducerRecord<>(topic, keyBytes, value);
    }
}
