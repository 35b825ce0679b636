package io.fueloptimine.connectors.kafka;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rights of a user on the topics of the jobs. Immutable.
 *
 * @param topics the topics that exist
 * @param missing the operations that the user lacks, by topic, for example {@code WRITE}; without
 *     the topics on which the user has all rights
 */
public record TopicRights(Set<String> topics, Map<String, List<String>> missing) {

    public TopicRights {
        topics = Set.copyOf(topics);
        missing = Map.copyOf(missing);
    }
}
