package io.fueloptimine.connectors.kafka;

import io.fueloptimine.models.mine.input.OwnMessage;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
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
 * Deserializes the values of one topic or of several to records, each topic by a reader of its own.
 * A value is skipped if its reader cannot read it, or if a constructor rejects a field. A skipped
 * value is counted as {@code recordsUnreadable}, logged with topic, partition, offset and the
 * reason, and stays in Kafka.
 */
final class JsonRecordDeserializer<T> implements KafkaRecordDeserializationSchema<T> {

    private static final Logger LOG = LoggerFactory.getLogger(JsonRecordDeserializer.class);
    // Bounds the log of a topic with many unreadable values.
    private static final long LOG_FIRST = 10;
    private static final long LOG_EVERY = 1000;
    private static final long serialVersionUID = 1L;

    private final Class<T> type;
    private final ValueReader<T> readerOfAll;
    private final HashMap<String, ValueReader<T>> readers;
    private transient Counter unreadable;

    /**
     * Reads JSON of the record, whatever the topic.
     *
     * @throws IllegalArgumentException when Flink would serialize the type with Kryo
     */
    JsonRecordDeserializer(Class<T> type) {
        this(type, ValueReader.ofJson(type, value -> value), Map.of());
    }

    /**
     * Reads the values of each topic with its own reader.
     *
     * @throws IllegalArgumentException when Flink would serialize the type with Kryo
     */
    JsonRecordDeserializer(Class<T> type, Map<String, ValueReader<T>> readers) {
        this(type, null, readers);
    }

    private JsonRecordDeserializer(
            Class<T> type, ValueReader<T> readerOfAll, Map<String, ValueReader<T>> readers) {
        if (!(TypeInformation.of(type) instanceof PojoTypeInfo)) {
            throw new IllegalArgumentException(type.getName() + " is not a POJO type for Flink");
        }
        this.type = type;
        this.readerOfAll = readerOfAll;
        this.readers = new HashMap<>(readers);
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        unreadable = context.getMetricGroup().counter("recordsUnreadable");
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<T> out) {
        T value;
        try {
            value = readers.getOrDefault(record.topic(), readerOfAll).read(record.value());
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
