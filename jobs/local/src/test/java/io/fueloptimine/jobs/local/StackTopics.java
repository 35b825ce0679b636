package io.fueloptimine.jobs.local;

import io.fueloptimine.jobs.local.stack.LocalStack;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.input.InvalidJsonException;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.reading.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes to and reads from the Kafka topics of a stack, as other programs do. */
final class StackTopics implements AutoCloseable {

    private final Map<String, Object> servers;
    private final KafkaProducer<byte[], byte[]> producer;

    StackTopics(LocalStack stack) {
        servers = Map.of("bootstrap.servers", stack.bootstrapServers());
        producer =
                new KafkaProducer<>(servers, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Sends readings to {@code readings.valid} and waits until Kafka has acknowledged them. */
    void send(List<Reading> readings) {
        readings.forEach(
                reading ->
                        producer.send(
                                new ProducerRecord<>(
                                        Topics.READINGS_VALID,
                                        reading.machineKey().getBytes(StandardCharsets.UTF_8),
                                        MineJson.toBytes(reading))));
        producer.flush();
    }

    /** Sends a text without a key, as Kafka's console producer does, and waits as above. */
    void send(String topic, String text) {
        producer.send(new ProducerRecord<>(topic, text.getBytes(StandardCharsets.UTF_8)));
        producer.flush();
    }

    /** The values of all records that a topic contains now, in the order of each partition. */
    List<byte[]> values(String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        servers, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    IntStream.range(0, consumer.partitionsFor(topic).size())
                            .mapToObj(partition -> new TopicPartition(topic, partition))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end =
                    consumer.endOffsets(partitions).values().stream()
                            .mapToLong(Long::longValue)
                            .sum();
            List<byte[]> found = new ArrayList<>();
            while (found.size() < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> found.add(record.value()));
            }
            return found;
        }
    }

    /** The records of a topic as objects, in the order of each partition. */
    <T> List<T> records(String topic, Class<T> type) {
        return values(topic).stream().map(value -> read(value, type)).toList();
    }

    private static <T> T read(byte[] value, Class<T> type) {
        try {
            return MineJson.fromBytes(value, type);
        } catch (InvalidJsonException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
