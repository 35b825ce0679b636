package io.fueloptimine.connectors.kafka;

import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.input.OwnMessage;
import java.io.IOException;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deserializes JSON values to records. A value is skipped if it is not JSON of the record, or if
 * the constructor of the record rejects a field. A skipped value is counted as {@code
 * recordsUnreadable}, logged with topic, partition, offset and the reason, and stays in Kafka.
 */
final class JsonRecordDeserializer<T> implements KafkaRecordDeserializationSchema<T> {

    private static final Logger LOG = LoggerFactory.getLogger(JsonRecordDeserializer.class);
    // Bounds the log of a topic with many unreadable values.
    private static final long LOG_FIRST = 10;
    private static final long LOG_EVERY = 1000;
    private static final long serialVersionUID = 1L;

    private final Class<T> type;
    private transient Counter unreadable;

    /**
     * @throws IllegalArgumentException when Flink would serialize the type with Kryo
     */
    JsonRecordDeserializer(Class<T> type) {
        if (!(TypeInformation.of(type) instanceof PojoTypeInfo)) {
            throw new IllegalArgumentException(type.getName() + " is not a POJO type for Flink");
        }
        this.type = type;
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        unreadable = context.getMetricGroup().counter("recordsUnreadable");
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<T> out) {
        T value;
        try {
            value = read(record.value());
        } catch (IOException | RuntimeException e) {
            skip(record, e);
            return;
        }
        out.collect(value);
    }

    @Override
    public TypeInformation<T> getProducedType() {
        return TypeInformation.of(type);
    }

    private T read(byte[] json) throws IOException {
        if (json == null) {
            throw new IOException("empty value");
        }
        T value = MineJson.fromBytes(json, type);
        if (value == null) {
            throw new IOException("the value is null");
        }
        return value;
    }

    private void skip(ConsumerRecord<byte[], byte[]> record, Exception cause) {
        unreadable.inc();
        long count = unreadable.getCount();
        if (count <= LOG_FIRST || count % LOG_EVERY == 0) {
            LOG.warn(
                    "Skipped an unreadable {} at {}-{} offset {} ({} so far): {}",
                    type.getSimpleName(),
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    count,
                    OwnMessage.of(cause).orElse("not a " + type.getSimpleName()));
        }
    }
}
