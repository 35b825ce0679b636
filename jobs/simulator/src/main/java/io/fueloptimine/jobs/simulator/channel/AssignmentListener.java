package io.fueloptimine.jobs.simulator.channel;

import io.fueloptimine.models.mine.AssignmentMessage;
import io.fueloptimine.models.mine.MineJson;
import io.fueloptimine.models.mine.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears {@code dispatch.assignments} on a thread of its own and hands each assignment on.
 *
 * <p>Nothing that comes from Kafka, and no absence of it, stops the mine: what cannot be read is
 * counted, a broker that is away is tried again. Takes all partitions itself and joins no group, so
 * that a restart hears at once; its place is kept under a group's name all the same. Thread-safe.
 */
public final class AssignmentListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AssignmentListener.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long RETRY_MS = 1_000;
    private static final int LOGGED_BYTES = 200;

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final java.util.function.Consumer<AssignmentMessage> mine;
    private final Thread thread = new Thread(this::listen, "assignment-listener");
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong unreadable = new AtomicLong();

    AssignmentListener(
            Supplier<Consumer<byte[], byte[]>> consumers,
            java.util.function.Consumer<AssignmentMessage> mine) {
        this.consumers = consumers;
        this.mine = mine;
        thread.setDaemon(true);
    }

    /**
     * A listener at a Kafka cluster; {@link #start()} begins to listen.
     *
     * @param site whose assignments; part of the name under which the place is kept
     * @param mine takes the assignments on the listener's thread
     */
    public static AssignmentListener at(
            String bootstrapServers,
            String site,
            java.util.function.Consumer<AssignmentMessage> mine) {
        Map<String, Object> options =
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        "mine-" + site,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.AUTO_COMMIT_INTERVAL_MS_CONFIG,
                        1_000,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        5_000,
                        ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        4_000,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false);
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        return new AssignmentListener(() -> new KafkaConsumer<>(options, bytes, bytes), mine);
    }

    public void start() {
        thread.start();
    }

    /** What came so far. */
    public AssignmentFigures figures() {
        return new AssignmentFigures(received.get(), unreadable.get());
    }

    /** Stops listening; returns when the thread has ended, within a few seconds. */
    @Override
    public void close() {
        stopped.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        try {
            while (stopped.getCount() > 0) {
                listenUntilKafkaFails();
                stopped.await(RETRY_MS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException | InterruptException e) {
            LOG.debug("interrupted", e);
        }
    }

    private void listenUntilKafkaFails() throws InterruptedException {
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            consumer.assign(awaitPartitions(consumer));
            while (stopped.getCount() > 0) {
                consumer.poll(POLL).forEach(this::hear);
            }
        } catch (InterruptException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("no assignments for now, Kafka: {}", e.toString());
        }
    }

    private List<TopicPartition> awaitPartitions(Consumer<byte[], byte[]> consumer)
            throws InterruptedException {
        List<TopicPartition> partitions = partitions(consumer);
        while (partitions.isEmpty() && !stopped.await(RETRY_MS, TimeUnit.MILLISECONDS)) {
            partitions = partitions(consumer);
        }
        return partitions;
    }

    private static List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
        return consumer.partitionsFor(Topics.DISPATCH_ASSIGNMENTS).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private void hear(ConsumerRecord<byte[], byte[]> record) {
        Optional<AssignmentMessage> assignment = read(record.value());
        if (assignment.isPresent()) {
            received.incrementAndGet();
            mine.accept(assignment.get());
        } else {
            unreadable.incrementAndGet();
            LOG.warn("no assignment at offset {}: {}", record.offset(), shown(record.value()));
        }
    }

    /** The assignment in the bytes; empty when there is none that a truck could follow. */
    static Optional<AssignmentMessage> read(byte[] json) {
        if (json == null) {
            return Optional.empty();
        }
        try {
            AssignmentMessage message = MineJson.fromBytes(json, AssignmentMessage.class);
            return Optional.ofNullable(message).filter(AssignmentListener::isComplete);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isComplete(AssignmentMessage message) {
        return message.equipmentId() != null
                && message.requests() != null
                && !message.requests().isEmpty()
                && message.requests().stream()
                        .allMatch(
                                request ->
                                        request != null
                                                && request.assignmentId() != null
                                                && request.task() != null);
    }

    private static String shown(byte[] value) {
        if (value == null) {
            return "null";
        }
        String text = new String(value, 0, Math.min(value.length, LOGGED_BYTES));
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
