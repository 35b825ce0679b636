package io.fueloptimine.jobs.local.account;

import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.jobs.local.stack.Await;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.QualityVerdict;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts records in Kafka topics. Valid readings are counted by offsets, quality records by reading
 * them. The progress of a job is computed from its committed offsets. Not thread-safe.
 */
public final class TopicMonitor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicMonitor.class);

    private static final Duration QUIET_LIMIT = Duration.ofMinutes(5);
    private static final Duration QUIET = Duration.ofSeconds(2);

    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> quality;
    private final Map<String, Long> byRule = new TreeMap<>();
    private final Map<QualityVerdict, Long> byVerdict = new HashMap<>();
    private long redelivered;

    public TopicMonitor(String bootstrapServers) {
        this(KafkaConnection.of(bootstrapServers));
    }

    public TopicMonitor(KafkaConnection kafka) {
        Properties settings = kafka.clientProperties();
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        this.admin = Admin.create(settings);
        this.quality =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                Stream.of(Topics.FUEL_QUALITY, Topics.READINGS_LATE)
                        .flatMap(topic -> quality.partitionsFor(topic).stream())
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        quality.assign(partitions);
        quality.seekToBeginning(partitions);
    }

    /** Number of records in the topic {@code readings.valid}. */
    public long validReadings() {
        return ends(Topics.READINGS_VALID, OffsetSpec.latest()).values().stream()
                        .mapToLong(Long::longValue)
                        .sum()
                - ends(Topics.READINGS_VALID, OffsetSpec.earliest()).values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
    }

    /** The counts of the quality topic and the late topic, up to the current ends of the topics. */
    public QualityCounts quality() {
        Map<TopicPartition, Long> ends = quality.endOffsets(quality.assignment());
        while (ends.entrySet().stream()
                .anyMatch(end -> quality.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> record : quality.poll(Duration.ofMillis(200))) {
                count(record.value());
            }
        }
        return new QualityCounts(
                of(QualityVerdict.REJECTED),
                of(QualityVerdict.DUPLICATE) - redelivered,
                redelivered,
                of(QualityVerdict.FLAGGED),
                of(QualityVerdict.LATE),
                byRule);
    }

    /**
     * Waits until the readings that an earlier run left in the MQTT broker have arrived in Kafka.
     */
    public void awaitQuiet() {
        AtomicLong last = new AtomicLong(-1);
        AtomicLong quietSince = new AtomicLong(System.nanoTime());
        Await.until(
                "the readings that an earlier run left have arrived",
                QUIET_LIMIT,
                () -> {
                    long now = validReadings() + quality().total();
                    if (last.getAndSet(now) != now) {
                        quietSince.set(System.nanoTime());
                    }
                    return System.nanoTime() - quietSince.get() > QUIET.toNanos();
                });
    }

    /** Number of records in the topics that a consumer group has not yet committed. */
    public long lag(String group, Collection<String> topics) {
        try {
            var committed =
                    admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
            long lag = 0;
            for (String topic : topics) {
                for (var end : ends(topic, OffsetSpec.latest()).entrySet()) {
                    var offset = committed.get(end.getKey());
                    lag += end.getValue() - (offset == null ? 0 : offset.offset());
                }
            }
            return lag;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for Kafka offsets", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not return the offsets of " + group, e);
        }
    }

    /**
     * Whether a consumer group has committed an offset. A job commits its offsets at each
     * checkpoint.
     */
    public boolean hasCommitted(String group) {
        try {
            return admin
                    .listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .values()
                    .stream()
                    .anyMatch(Objects::nonNull);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for Kafka offsets", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not return the offsets of " + group, e);
        }
    }

    /** Number of records in the topics that a consumer group has committed. */
    public long committed(String group, Collection<String> topics) {
        try {
            return admin
                    .listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .entrySet()
                    .stream()
                    .filter(entry -> topics.contains(entry.getKey().topic()))
                    .filter(entry -> entry.getValue() != null)
                    .mapToLong(entry -> entry.getValue().offset())
                    .sum();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for Kafka offsets", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not return the offsets of " + group, e);
        }
    }

    @Override
    public void close() {
        quality.close();
        admin.close();
    }

    private void count(byte[] json) {
        try {
            QualityRecord record = MineJson.fromBytes(json, QualityRecord.class);
            if (Topics.QUALITY_SUITES.equals(record.topic())) {
                return; // a record about a suite, not about a message
            }
            byVerdict.merge(record.verdict(), 1L, Long::sum);
            byRule.merge(record.verdict() + " " + record.rule(), 1L, Long::sum);
            if (record.verdict() == QualityVerdict.DUPLICATE && record.redelivered()) {
                redelivered++;
            }
        } catch (IOException | RuntimeException e) {
            // Also an empty value, or null in place of a record.
            LOG.warn("A quality record cannot be read: {}", e.getMessage());
        }
    }

    private long of(QualityVerdict verdict) {
        return byVerdict.getOrDefault(verdict, 0L);
    }

    private Map<TopicPartition, Long> ends(String topic, OffsetSpec which) {
        try {
            var description = admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
            Map<TopicPartition, OffsetSpec> wanted =
                    description.partitions().stream()
                            .collect(
                                    Collectors.toMap(
                                            info -> new TopicPartition(topic, info.partition()),
                                            info -> which));
            Map<TopicPartition, Long> ends = new HashMap<>();
            admin.listOffsets(wanted)
                    .all()
                    .get()
                    .forEach((partition, info) -> ends.put(partition, info.offset()));
            return ends;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for Kafka offsets", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not return the offsets of " + topic, e);
        }
    }
}
