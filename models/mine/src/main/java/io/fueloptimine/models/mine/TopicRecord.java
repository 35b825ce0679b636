package io.fueloptimine.models.mine;

/** A record that is written to a Kafka topic. */
public interface TopicRecord {

    /**
     * The key of the record on the topic; null if the order of the records does not matter. Records
     * with the same key are read in the order in which they were written. A compacted topic keeps
     * the newest record of each key.
     */
    String topicKey();
}
