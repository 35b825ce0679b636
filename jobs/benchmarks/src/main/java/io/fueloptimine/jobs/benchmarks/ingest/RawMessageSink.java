package io.fueloptimine.jobs.benchmarks.ingest;

import io.fueloptimine.models.mine.reading.RawMessage;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Writes MQTT messages unchanged to Kafka, with their MQTT topic as key and at-least-once delivery,
 * as in job ingest.
 */
final class RawMessageSink implements KafkaRecordSerializationSchema<RawMessage> {

    private static final long serialVersionUID = 1L;

    private final String topic;

    private RawMessageSink(String topic) {
        this.topic = topic;
    }

    static Sink<RawMessage> sink(String bootstrapServers, String topic) {
        return KafkaSink.<RawMessage>builder()
                .setBootstrapServers(bootstrapServers)
                .setRecordSerializer(new RawMessageSink(topic))
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .build();
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            RawMessage message, KafkaSinkContext context, Long timestamp) {
        byte[] key = message.topic().getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(topic, key, message.payload());
    }
}
