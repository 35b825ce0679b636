package io.fueloptimine.connectors.mqtt.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The messages that are acknowledged when their checkpoint is complete. They are not part of the
 * checkpointed state, because after a failure the broker delivers unacknowledged messages again.
 * Not thread-safe.
 */
final class PendingAcknowledgements {

    private final NavigableMap<Long, List<AcknowledgementHandle>> byCheckpoint = new TreeMap<>();
    private List<AcknowledgementHandle> sinceLastCheckpoint = new ArrayList<>();

    /** Adds an emitted message to the next checkpoint. */
    void emitted(AcknowledgementHandle handle) {
        sinceLastCheckpoint.add(handle);
    }

    /**
     * Assigns the messages emitted since the last checkpoint to this checkpoint. Messages of lost
     * connections are dropped, because they would otherwise accumulate while checkpoints fail.
     */
    void checkpointTaken(long checkpointId) {
        byCheckpoint.values().forEach(PendingAcknowledgements::removeLost);
        byCheckpoint.values().removeIf(List::isEmpty);
        removeLost(sinceLastCheckpoint);
        byCheckpoint.put(checkpointId, sinceLastCheckpoint);
        sinceLastCheckpoint = new ArrayList<>();
    }

    /**
     * Removes the messages of this checkpoint and of all earlier checkpoints, including failed
     * ones.
     *
     * @return the messages to acknowledge, in the order of emission
     */
    List<AcknowledgementHandle> checkpointCompleted(long checkpointId) {
        NavigableMap<Long, List<AcknowledgementHandle>> covered =
                byCheckpoint.headMap(checkpointId, true);
        List<AcknowledgementHandle> handles =
                covered.values().stream().flatMap(List::stream).toList();
        covered.clear();
        return handles;
    }

    /** The number of messages that wait for a checkpoint. */
    int size() {
        return sinceLastCheckpoint.size()
                + byCheckpoint.values().stream().mapToInt(List::size).sum();
    }

    private static void removeLost(List<AcknowledgementHandle> handles) {
        handles.removeIf(handle -> !handle.isCurrent());
    }
}
