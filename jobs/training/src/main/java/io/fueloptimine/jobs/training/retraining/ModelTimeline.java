package io.fueloptimine.jobs.training.retraining;

import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.input.OwnMessage;
import io.fueloptimine.models.mine.model.ModelAnnouncement;
import io.fueloptimine.models.mine.model.RetrainRequest;
import io.fueloptimine.models.mine.model.RetrainingOutcome;
import io.fueloptimine.models.mine.model.RetrainingVerdict;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the events of the fuel model during one local run from Kafka. The events are the first
 * drift event of each model version, retraining requests, the outcomes of requests, and
 * announcements of new models. Each event is printed as a line with its simulated time when it is
 * read. Not thread-safe.
 */
public final class ModelTimeline implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ModelTimeline.class);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final KafkaConsumer<byte[], byte[]> topics;
    private final Consumer<String> output;
    private final List<String> lines = new ArrayList<>();
    private final Set<String> driftedVersions = new HashSet<>();
    private OptionalInt promoted = OptionalInt.empty();

    /**
     * Starts reading at the current end of the topics; earlier records are ignored.
     *
     * @param output receives each line
     */
    public ModelTimeline(KafkaConnection kafka, Consumer<String> output) {
        this.output = output;
        this.topics =
                new KafkaConsumer<>(
                        kafka.clientProperties(),
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
        // seekToEnd is lazy; position() looks up the end now.
        partitions.forEach(topics::position);
    }

    /**
     * Reads and prints new events.
     *
     * @param mineTime the current simulated time, for events that contain no time
     */
    public void poll(Instant mineTime) {
        for (ConsumerRecord<byte[], byte[]> record : topics.poll(Duration.ZERO)) {
            try {
                add(record, mineTime);
            } catch (IOException | RuntimeException e) {
                // Also an empty value, or null in place of a record.
                LOG.warn(
                        "Ignored a record of {}: {}",
                        record.topic(),
                        OwnMessage.of(e).orElse("no record of this topic"));
            }
        }
    }

    /** Adds and prints a line. */
    public void add(Instant mineTime, String text) {
        String line = CLOCK.format(mineTime) + "  " + text;
        lines.add(line);
        output.accept("  >> " + line);
    }

    /** All lines, oldest first. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** The version that was promoted last; empty if no version was promoted. */
    public OptionalInt promoted() {
        return promoted;
    }

    @Override
    public void close() {
        topics.close();
    }

    private void add(ConsumerRecord<byte[], byte[]> record, Instant mineTime) throws IOException {
        switch (record.topic()) {
            case Topics.FUEL_DRIFT -> add(MineJson.fromBytes(record.value(), DriftEvent.class));
            case Topics.MODELS_RETRAIN ->
                    add(MineJson.fromBytes(record.value(), RetrainRequest.class), mineTime);
            case Topics.MODELS_TRAINED ->
                    add(MineJson.fromBytes(record.value(), RetrainingOutcome.class), mineTime);
            default -> add(MineJson.fromBytes(record.value(), ModelAnnouncement.class), mineTime);
        }
    }

    private void add(DriftEvent drift) {
        if (driftedVersions.add(drift.modelVersion())) {
            add(
                    drift.detectedAt(),
                    String.format(
                            Locale.ROOT,
                            "first drift under version %s: %s, mean residual from %+.1f to %+.1f %% of"
                                    + " the expected fuel",
                            drift.modelVersion(),
                            drift.subject(),
                            100 * drift.meanBefore(),
                            100 * drift.meanAfter()));
        }
    }

    private void add(RetrainRequest request, Instant mineTime) {
        add(
                request.requestedAt() == null ? mineTime : request.requestedAt(),
                "retraining requested: " + request.reason());
    }

    private void add(RetrainingOutcome outcome, Instant mineTime) {
        if (outcome.verdict() == RetrainingVerdict.PROMOTED) {
            promoted = OptionalInt.of(outcome.candidateVersion());
        }
        String version =
                outcome.candidateVersion() == null ? "" : " version " + outcome.candidateVersion();
        add(mineTime, outcome.verdict() + version + ": " + outcome.reason());
    }

    private void add(ModelAnnouncement announcement, Instant mineTime) {
        add(
                mineTime,
                "announced to the running jobs: "
                        + announcement.name()
                        + " version "
                        + announcement.version());
    }
}
