package io.fueloptimine.models.mine;

/** A record that is written to a Kafka topic. */
public interface TopicRecord {

    /**
     * The key on the topic. Records with the same key are read in the order in which they were
     * written, and a compacted topic keeps the newest of them. Null if the order does not matter.
     */
    String topicKey();
}
