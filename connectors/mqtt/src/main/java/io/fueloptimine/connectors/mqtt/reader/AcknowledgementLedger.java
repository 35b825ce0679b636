package io.fueloptimine.connectors.mqtt.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Remembers which messages each checkpoint holds until it is complete. Never part of a checkpoint
 * itself: after a failure the broker knows what was not acknowledged. Not thread-safe.
 */
final class AcknowledgementLedger {

    private final NavigableMap<Long, List<Delivery>> byCheckpoint = new TreeMap<>();
    private List<Delivery> sinceLastCheckpoint = new ArrayList<>();

    /** The message was handed to the job. */
    void emitted(Delivery delivery) {
        sinceLastCheckpoint.add(delivery);
    }

    /** What was emitted since the last checkpoint belongs to this one. */
    void checkpointTaken(long checkpointId) {
        byCheckpoint.put(checkpointId, sinceLastCheckpoint);
        sinceLastCheckpoint = new ArrayList<>();
    }

    /**
     * Forgets what this and earlier checkpoints hold, for a complete checkpoint covers those that
     * failed before it.
     *
     * @return the messages to acknowledge, in the order of their emission
     */
    List<Delivery> checkpointCompleted(long checkpointId) {
        NavigableMap<Long, List<Delivery>> covered = byCheckpoint.headMap(checkpointId, true);
        List<Delivery> deliveries = covered.values().stream().flatMap(List::stream).toList();
        covered.clear();
        return deliveries;
    }

    /** How many messages wait for a checkpoint. */
    int size() {
        return sinceLastCheckpoint.size()
                + byCheckpoint.values().stream().mapToInt(List::size).sum();
    }
}
