package io.fueloptimine.connectors.kafka;

import io.fueloptimine.models.mine.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.config.TopicConfig;

/**
 * The partitions and settings that a topic needs.
 *
 * @param topic the topic's name
 * @param partitions the number of partitions, from 1
 * @param compacted whether the topic keeps the newest record of each key, whatever its age
 * @param retention the age at which records of another topic may be deleted; meaningless for a
 *     compacted one
 */
record TopicShape(String topic, int partitions, boolean compacted, Duration retention) {

    /** As long as a mine may be cut off; the lake and SQL keep these records for longer. */
    private static final Duration OF_EACH_READING = Duration.ofDays(7);

    private static final Duration OF_EVENTS = Duration.ofDays(30);

    private static final Set<String> FREQUENT =
            Set.of(Topics.READINGS_VALID, Topics.READINGS_LATE, Topics.FUEL_SCORES);

    private static final Set<String> COMPACTED =
            Set.of(
                    Topics.MODELS_CHAMPION,
                    Topics.QUALITY_SUITES,
                    Topics.ROAD_STATES,
                    Topics.ROAD_EXCESS,
                    Topics.CONSUMPTION_OUTLIERS);

    /** Topics keyed by site or model, whose records must stay in order. */
    private static final Set<String> SINGLE_PARTITION =
            Set.of(
                    Topics.DISPATCH_PLANS,
                    Topics.DISPATCH_TARGETS,
                    Topics.DISPATCH_TARGETS_ANSWERS,
                    Topics.ALERTS_COMMANDS_ANSWERS,
                    Topics.ROAD_STATES,
                    Topics.ROAD_EXCESS,
                    Topics.CONSUMPTION_OUTLIERS,
                    Topics.QUALITY_SUITES,
                    Topics.MODELS_RETRAIN,
                    Topics.MODELS_TRAINED,
                    Topics.MODELS_CHAMPION);

    /**
     * Every topic of {@link Topics#KAFKA}.
     *
     * @param partitions the number of partitions of topics keyed by machine; topics keyed by site
     *     or model have one partition
     */
    static List<TopicShape> all(int partitions) {
        return Topics.KAFKA.stream().map(topic -> of(topic, partitions)).toList();
    }

    private static TopicShape of(String topic, int partitions) {
        return new TopicShape(
                topic,
                SINGLE_PARTITION.contains(topic) ? 1 : partitions,
                COMPACTED.contains(topic),
                FREQUENT.contains(topic) ? OF_EACH_READING : OF_EVENTS);
    }

    /** The settings without which the jobs lose records. */
    Map<String, String> requiredSettings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                compacted ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE);
        settings.put(
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                Integer.toString(KeyedJsonSerializer.MAX_RECORD_BYTES));
        return settings;
    }

    /** The retention of a topic that is not compacted, ms. */
    Optional<String> retentionMs() {
        return compacted ? Optional.empty() : Optional.of(Long.toString(retention.toMillis()));
    }
}
