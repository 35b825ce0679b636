package io.fueloptimine.jobs.soak;

import io.fueloptimine.jobs.fuel.FuelOptions;
import io.fueloptimine.jobs.local.account.TopicMonitor;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.reading.Reading;
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
 * Reads the topic {@code readings.valid} continuously in a separate thread. The monitor counts the
 * readings that have arrived, and measures the time until the system has recovered from each fault.
 * The counts can be read from other threads.
 */
final class ArrivalMonitor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ArrivalMonitor.class);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final long COMMITS_INTERVAL_NANOS = Duration.ofMillis(500).toNanos();

    private final ReadingCounts counts;
    private final TopicMonitor topics;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<InjectedFault> faults = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::run, "soak-arrivals");
    private volatile long distinct;
    private volatile long repeats;
    private volatile long committed;
    private volatile boolean closed;

    ArrivalMonitor(SoakFleet fleet, String bootstrapServers) {
        this.counts = new ReadingCounts(fleet, reading -> !fleet.isBad(reading));
        this.topics = new TopicMonitor(bootstrapServers);
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

    /** Starts to measure the recovery from a fault. */
    void measure(InjectedFault fault) {
        faults.add(fault);
    }

    /** Number of different valid readings that have arrived. */
    long distinct() {
        return distinct;
    }

    /** Number of repeated valid readings in the topic. The consumers of the topic drop repeats. */
    long repeats() {
        return repeats;
    }

    /** Number of readings that the completed checkpoints of job fuel cover. */
    long committed() {
        return committed;
    }

    /**
     * Number of readings that must arrive, including the last reading of each truck, which the soak
     * test sends at the end.
     */
    long expected() {
        return counts.expected();
    }

    /** Stops reading, and returns the account of the topic. Repeats are allowed in this topic. */
    StoreAccount stop() throws InterruptedException {
        closed = true;
        thread.join();
        return counts.account("Kafka readings.valid");
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
        topics.close();
    }

    private void run() {
        long nextCommits = System.nanoTime();
        while (!closed) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                count(record.value());
            }
            distinct = counts.distinct();
            repeats = counts.repeats();
            if (System.nanoTime() - nextCommits >= 0) {
                nextCommits = System.nanoTime() + COMMITS_INTERVAL_NANOS;
                committed =
                        topics.committed(FuelOptions.DEFAULT_GROUP, List.of(Topics.READINGS_VALID));
                faults.forEach(fault -> fault.committed(committed));
            }
        }
    }

    private void count(byte[] json) {
        try {
            Reading reading = MineJson.fromBytes(json, Reading.class);
            long before = counts.distinct();
            long number = counts.add(reading.machineId(), reading.sequence());
            if (counts.distinct() > before) {
                faults.forEach(fault -> fault.arrived(number));
            }
        } catch (IOException | RuntimeException e) {
            // Also an empty value, or null in place of a record.
            LOG.warn("A valid reading cannot be read: {}", e.getMessage());
        }
    }
}
