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

    private final NavigableMap<Long, List<Receipt>> byCheckpoint = new TreeMap<>();
    private List<Receipt> sinceLastCheckpoint = new ArrayList<>();

    /** The message was handed to the job. */
    void emitted(Receipt receipt) {
        sinceLastCheckpoint.add(receipt);
    }

    /**
     * What was emitted since the last checkpoint belongs to this one. Receipts of lost connections
     * go: without this, checkpoints that fail while connections flap would pile them up.
     */
    void checkpointTaken(long checkpointId) {
        byCheckpoint.values().forEach(AcknowledgementLedger::dropVoid);
        byCheckpoint.values().removeIf(List::isEmpty);
        dropVoid(sinceLastCheckpoint);
        byCheckpoint.put(checkpointId, sinceLastCheckpoint);
        sinceLastCheckpoint = new ArrayList<>();
    }

    /**
     * Forgets what this and earlier checkpoints hold, for a complete checkpoint covers those that
     * failed before it.
     *
     * @return what to acknowledge, in the order of emission
     */
    List<Receipt> checkpointCompleted(long checkpointId) {
        NavigableMap<Long, List<Receipt>> covered = byCheckpoint.headMap(checkpointId, true);
        List<Receipt> receipts = covered.values().stream().flatMap(List::stream).toList();
        covered.clear();
        return receipts;
    }

    /** How many messages wait for a checkpoint. */
    int size() {
        return sinceLastCheckpoint.size()
                + byCheckpoint.values().stream().mapToInt(List::size).sum();
    }

    private static void dropVoid(List<Receipt> receipts) {
        receipts.removeIf(receipt -> !receipt.isCurrent());
    }
}
