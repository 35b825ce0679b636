package io.fueloptimine.jobs.training.retraining;

import io.fueloptimine.models.mine.DriftEvent;
import io.fueloptimine.models.mine.MineJson;
import io.fueloptimine.models.mine.ModelAnnouncement;
import io.fueloptimine.models.mine.RetrainRequest;
import io.fueloptimine.models.mine.RetrainingOutcome;
import io.fueloptimine.models.mine.RetrainingVerdict;
import io.fueloptimine.models.mine.Topics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of the fuel model in one run, as Kafka tells it: the first drift under each version,
 * requests for a new one, their answers, announcements. Each line is told when it is heard, with
 * the mine's own time. Not thread-safe.
 */
public final class ModelStory implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ModelStory.class);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final KafkaConsumer<byte[], byte[]> topics;
    private final Consumer<String> say;
    private final List<String> lines = new ArrayList<>();
    private final Set<String> driftedVersions = new HashSet<>();
    private OptionalInt promoted = OptionalInt.empty();

    /**
     * Begins to listen; what was said before is not part of the story.
     *
     * @param say takes each line
     */
    public ModelStory(String bootstrapServers, Consumer<String> say) {
        this.say = say;
        this.topics =
                new KafkaConsumer<>(
                        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                Stream.of(
                                Topics.FUEL_DRIFT,
                                Topics.MODELS_RETRAIN,
                                Topics.MODELS_TRAINED,
                                Topics.MODELS_CHAMPION)
                        .flatMap(topic -> topics.partitionsFor(topic).stream())
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        topics.assign(partitions);
        topics.seekToEnd(partitions);
        // Seeking is lazy: where the end is, is asked for now.
        partitions.forEach(topics::position);
    }

    /**
     * Tells what has come.
     *
     * @param mineTime the mine's own clock, for what has no event time
     */
    public void listen(Instant mineTime) {
        for (ConsumerRecord<byte[], byte[]> record : topics.poll(Duration.ZERO)) {
            try {
                hear(record, mineTime);
            } catch (IOException e) {
                LOG.warn("Left out a record of {}: {}", record.topic(), e.getMessage());
            }
        }
    }

    /** Adds a line. */
    public void add(Instant mineTime, String text) {
        String line = CLOCK.format(mineTime) + "  " + text;
        lines.add(line);
        say.accept("  >> " + line);
    }

    /** All lines so far, the oldest first. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** The version promoted last; empty while none was. */
    public OptionalInt promoted() {
        return promoted;
    }

    @Override
    public void close() {
        topics.close();
    }

    private void hear(ConsumerRecord<byte[], byte[]> record, Instant mineTime) throws IOException {
        switch (record.topic()) {
            case Topics.FUEL_DRIFT -> hear(MineJson.fromBytes(record.value(), DriftEvent.class));
            case Topics.MODELS_RETRAIN ->
                    hear(MineJson.fromBytes(record.value(), RetrainRequest.class), mineTime);
            case Topics.MODELS_TRAINED ->
                    hear(MineJson.fromBytes(record.value(), RetrainingOutcome.class), mineTime);
            default -> hear(MineJson.fromBytes(record.value(), ModelAnnouncement.class), mineTime);
        }
    }

    private void hear(DriftEvent drift) {
        if (driftedVersions.add(drift.modelVersion())) {
            add(
                    drift.detectedAt(),
                    String.format(
                            Locale.ROOT,
                            "first drift under version %s: %s from %+.1f to %+.1f %% of what was"
                                    + " expected",
                            drift.modelVersion(),
                            drift.machineId(),
                            100 * drift.meanBefore(),
                            100 * drift.meanAfter()));
        }
    }

    private void hear(RetrainRequest request, Instant mineTime) {
        add(
                request.requestedAt() == null ? mineTime : request.requestedAt(),
                "a new model is asked for: " + request.reason());
    }

    private void hear(RetrainingOutcome outcome, Instant mineTime) {
        if (outcome.verdict() == RetrainingVerdict.PROMOTED) {
            promoted = OptionalInt.of(outcome.candidateVersion());
        }
        String version =
                outcome.candidateVersion() == null ? "" : " version " + outcome.candidateVersion();
        add(mineTime, outcome.verdict() + version + ": " + outcome.reason());
    }

    private void hear(ModelAnnouncement announcement, Instant mineTime) {
        add(
                mineTime,
                "the jobs are told to look: "
                        + announcement.name()
                        + " version "
                        + announcement.version());
    }
}
