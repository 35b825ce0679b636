package io.fueloptimine.jobs.soak;

import io.fueloptimine.jobs.local.JobWiring;
import io.fueloptimine.jobs.local.TopicCounts;
import io.fueloptimine.models.mine.MineJson;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads {@code readings.valid} as it grows: which readings have arrived, and when each fault was
 * over. One thread of its own; its figures may be read from others.
 */
final class ArrivalMonitor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ArrivalMonitor.class);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final long LOOK_AT_COMMITS_NANOS = Duration.ofMillis(500).toNanos();

    private final ReadingCounts tally;
    private final TopicCounts counts;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<InjectedFault> injuries = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::run, "soak-arrivals");
    private volatile long distinct;
    private volatile long repeats;
    private volatile long committed;
    private volatile boolean closed;

    ArrivalMonitor(SoakFleet fleet, String bootstrapServers) {
        this.tally = new ReadingCounts(fleet, reading -> !fleet.isBad(reading));
        this.counts = new TopicCounts(bootstrapServers);
        Properties settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        this.consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.thread.setDaemon(true);
    }

    void start() {
        List<TopicPartition> partitions =
                consumer.partitionsFor(Topics.READINGS_VALID).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        thread.start();
    }

    /** From now on the watch tells when it is over. */
    void watch(InjectedFault injury) {
        injuries.add(injury);
    }

    /** Different valid readings so far. */
    long distinct() {
        return distinct;
    }

    /** Valid readings that stand in the topic again; consumers drop them. */
    long repeats() {
        return repeats;
    }

    /** How far analytics' completed checkpoints have come. */
    long committed() {
        return committed;
    }

    /** How many must arrive, the closing ones included. */
    long expected() {
        return tally.expected();
    }

    /** Ends the watch and tells what arrived; repeats are allowed here. */
    StoreAccount end() throws InterruptedException {
        closed = true;
        thread.join();
        return tally.account("Kafka readings.valid");
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        consumer.close();
        counts.close();
    }

    private void run() {
        long nextLook = System.nanoTime();
        while (!closed) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                count(record.value());
            }
            distinct = tally.distinct();
            repeats = tally.repeats();
            if (System.nanoTime() - nextLook >= 0) {
                nextLook = System.nanoTime() + LOOK_AT_COMMITS_NANOS;
                committed =
                        counts.committed(JobWiring.ANALYTICS_GROUP, List.of(Topics.READINGS_VALID));
                injuries.forEach(injury -> injury.committed(committed));
            }
        }
    }

    private void count(byte[] json) {
        try {
            Reading reading = MineJson.fromBytes(json, Reading.class);
            long before = tally.distinct();
            long number = tally.found(reading.machineId(), reading.sequence());
            if (tally.distinct() > before) {
                injuries.forEach(injury -> injury.arrived(number));
            }
        } catch (IOException e) {
            LOG.warn("A valid reading cannot be read: {}", e.getMessage());
        }
    }
}
